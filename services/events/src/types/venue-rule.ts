import { Field, Int, ObjectType } from 'type-graphql';
import { DeliveryMode } from './delivery-mode.js';
import { VenueStanding } from './venue-standing.js';

@ObjectType({ description: 'How long a text may be.' })
export class VenueWordLimit {
  @Field(() => VenueStanding, {
    nullable: true,
    description: 'For submitters of this standing; null: for all.',
  })
  readonly standing!: VenueStanding | null;

  @Field(() => Int, { description: 'Words at most.' })
  readonly words!: number;
}

@ObjectType({ description: 'How many pages a submission may have.' })
export class VenuePageLimit {
  @Field(() => Int, { description: 'From this number of submitters on.' })
  readonly fromSubmitters!: number;

  @Field(() => Int, { description: 'Pages at most.' })
  readonly pages!: number;
}

@ObjectType({ description: 'How long somebody may speak.' })
export class VenueTimeLimit {
  @Field(() => String, { description: 'When, such as "General debate".' })
  readonly occasion!: string;

  @Field(() => Int, { description: 'Seconds at most.' })
  readonly seconds!: number;
}

@ObjectType({
  description:
    'What a body asks of one kind of statement, as the hub knows it; the body itself has the last word.',
})
export class VenueRule {
  @Field(() => String, { description: 'Stable name in capitals, such as "HRC_WRITTEN_STATEMENT".' })
  readonly code!: string;

  @Field(() => [String], { description: 'Codes of the bodies that it holds for.' })
  readonly bodies!: readonly string[];

  @Field(() => String, { description: 'What kind of statement it is about.' })
  readonly title!: string;

  @Field(() => DeliveryMode, { description: 'In which form such a statement is made.' })
  readonly mode!: DeliveryMode;

  @Field(() => [VenueStanding], { description: 'Who may submit; anybody where it is empty.' })
  readonly submitters!: readonly VenueStanding[];

  @Field(() => [String], { description: 'Languages, BCP 47; any where it is empty.' })
  readonly languages!: readonly string[];

  @Field(() => [VenueWordLimit], { description: 'How long the text may be; no limit where it is empty.' })
  readonly wordLimits!: readonly VenueWordLimit[];

  @Field(() => [VenuePageLimit], { description: 'How many pages it may have; no limit where it is empty.' })
  readonly pageLimits!: readonly VenuePageLimit[];

  @Field(() => [VenueTimeLimit], { description: 'How long it may take to read out.' })
  readonly timeLimits!: readonly VenueTimeLimit[];

  @Field(() => Int, {
    nullable: true,
    description:
      'Days before the first of the session by which it must be handed in; null where none is fixed.',
  })
  readonly leadDays!: number | null;

  @Field(() => Boolean, { description: 'Whether it must name an item of the agenda.' })
  readonly needsAgendaItem!: boolean;

  @Field(() => [String], { description: 'What else to know, in plain sentences.' })
  readonly notes!: readonly string[];

  @Field(() => String, { description: 'Where it is written down.' })
  readonly source!: string;
}
