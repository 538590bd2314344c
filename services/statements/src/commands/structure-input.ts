import { Field, InputType } from 'type-graphql';
import { AddresseeKind } from '../types/addressee-kind.js';

@InputType({ description: 'Whom a statement is addressed to, and what it asks of them.' })
export class AddresseeInput {
  @Field(() => String, { description: 'As the statement names it, on one line.' })
  name!: string;

  @Field(() => AddresseeKind, { description: 'What sort of addressee it is.' })
  kind!: AddresseeKind;

  @Field(() => [String], { description: 'What is asked of it, in order; numbered from 1.' })
  demands!: string[];
}

@InputType({ description: 'What a statement means by a term.' })
export class FootnoteInput {
  @Field(() => String, { description: 'The term, as the text uses it, on one line.' })
  term!: string;

  @Field(() => String, { description: 'What it means.' })
  text!: string;
}
