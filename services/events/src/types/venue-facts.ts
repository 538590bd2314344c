import { DateScalar } from '@coalition-hub/subgraph';
import { Field, InputType, Int } from 'type-graphql';
import { VenueStanding } from './venue-standing.js';

@InputType({
  description: 'What is known of a statement before it is handed in; what is left out is not checked.',
})
export class VenueFactsInput {
  @Field(() => [VenueStanding], {
    nullable: true,
    description: 'How the body knows each of the submitters, one entry per submitter.',
  })
  standings?: VenueStanding[] | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many submit it; as many as there are standings if left out.',
  })
  submitters?: number | null;

  @Field(() => String, { nullable: true, description: 'Language of the text, BCP 47.' })
  language?: string | null;

  @Field(() => Int, { nullable: true, description: 'Words of the text, footnotes included.' })
  words?: number | null;

  @Field(() => Int, { nullable: true, description: 'Pages of the text.' })
  pages?: number | null;

  @Field(() => Int, { nullable: true, description: 'How many seconds it takes to read out.' })
  seconds?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it names an item of the agenda.' })
  hasAgendaItem?: boolean | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it is to be handed in.' })
  handedInOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day of the session.' })
  sessionStartsOn?: string | null;
}
