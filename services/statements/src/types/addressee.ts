import { Field, Int, ObjectType } from 'type-graphql';
import { AddresseeKind } from './addressee-kind.js';

@ObjectType({ description: 'Something that a statement asks of an addressee.' })
export class Demand {
  @Field(() => Int, { description: 'Its place among the demands to the same addressee, from 1.' })
  readonly number!: number;

  @Field(() => String, { description: 'What is asked.' })
  readonly text!: string;
}

@ObjectType({ description: 'Whom a statement is addressed to, and what it asks of them.' })
export class Addressee {
  @Field(() => String, { description: 'As the statement names it.' })
  readonly name!: string;

  @Field(() => AddresseeKind, { description: 'What sort of addressee it is.' })
  readonly kind!: AddresseeKind;

  @Field(() => [Demand], { description: 'What is asked of it, in order.' })
  readonly demands!: readonly Demand[];
}
