import { DateTimeScalar } from '@coalition-hub/subgraph';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Addressee } from './addressee.js';
import { Footnote } from './footnote.js';

@ObjectType({ description: 'One text of a statement; it never changes.' })
@Directive('@key(fields: "id")')
export class Revision {
  @Field(() => ID, { description: 'Opaque and stable.' })
  readonly id!: string;

  readonly statementId!: string;

  @Field(() => Int, { description: 'Its number among the revisions of the statement, from 1, without gaps.' })
  readonly number!: number;

  @Field(() => String, {
    description:
      'What signers sign: SHA-256, hexadecimal, over the canonical JSON (RFC 8785) of the statement’s id as "statement", "number", "language", "title", "text" and "type": "coalition-hub/revision/1"; with addressees or footnotes, these two as well, and "coalition-hub/revision/2".',
  })
  readonly digest!: string;

  @Field(() => String, { description: 'Language of the text, BCP 47.' })
  readonly language!: string;

  @Field(() => String, { description: 'Title, on one line.' })
  readonly title!: string;

  @Field(() => String, { description: 'The text, with LF as line end.' })
  readonly text!: string;

  @Field(() => [Addressee], {
    description:
      'Whom it is addressed to, and what it asks of them; empty for a text that does not say so apart.',
  })
  readonly addressees!: readonly Addressee[];

  @Field(() => [Footnote], { description: 'What it means by terms.' })
  readonly footnotes!: readonly Footnote[];

  @Field(() => Int, {
    description:
      'How many words text and demands have; title, names of addressees and footnotes are not counted.',
  })
  readonly wordCount!: number;

  @Field(() => DateTimeScalar, { description: 'When it was written down.' })
  readonly publishedAt!: string;
}
