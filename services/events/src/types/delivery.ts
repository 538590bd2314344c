import { DateScalar } from '@coalition-hub/subgraph';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DeliveryMode } from './delivery-mode.js';
import { Organisation } from './organisation.js';
import { SignatoryList } from './signatory-list.js';
import { Statement } from './statement.js';

@ObjectType({ description: 'How a statement was made at an event, and in whose name.' })
@Directive('@key(fields: "id")')
export class Delivery {
  @Field(() => ID, { description: 'Opaque and stable.' })
  readonly id!: string;

  @Field(() => Statement, { description: 'The statement that was made.' })
  readonly statement!: Statement;

  readonly eventId!: string;

  readonly agendaItemId!: string | null;

  @Field(() => SignatoryList, { description: 'The frozen list of those in whose name it was made.' })
  readonly list!: SignatoryList;

  @Field(() => String, {
    description: 'Digest of that list, hexadecimal: what was delivered can be checked.',
  })
  readonly listDigest!: string;

  @Field(() => DateScalar, { description: 'The day on which it was made.' })
  readonly deliveredOn!: string;

  @Field(() => [Organisation], { description: 'The organisations that made it, in the order given.' })
  readonly deliveredBy!: readonly Organisation[];

  @Field(() => DeliveryMode, { description: 'In which form it was made.' })
  readonly mode!: DeliveryMode;

  @Field(() => Organisation, {
    nullable: true,
    description: 'The organisation whose speaker read it out; null where one of those that made it did.',
  })
  readonly speaker!: Organisation | null;

  @Field(() => [Organisation], {
    description: 'Organisations in whose name it was made beside those that made it, in the order given.',
  })
  readonly onBehalfOf!: readonly Organisation[];

  @Field(() => String, {
    nullable: true,
    description: 'Symbol or number under which it was published, such as "A/HRC/51/NGO/1"; null for none.',
  })
  readonly reference!: string | null;

  @Field(() => String, { nullable: true, description: 'To whom a letter was sent; null for other forms.' })
  readonly addressees!: string | null;
}
