import { DateScalar } from '@coalition-hub/subgraph';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
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
}
