import { DateTimeScalar } from '@coalition-hub/subgraph';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Revision } from './revision.js';

@ObjectType({ description: 'Who had signed a statement when signing was closed: frozen, and never changed.' })
@Directive('@key(fields: "id")')
export class SignatoryList {
  @Field(() => ID, { description: 'Opaque and stable.' })
  readonly id!: string;

  @Field(() => String, {
    description: 'SHA-256 over the list in canonical JSON (RFC 8785), hexadecimal: anybody can recompute it.',
  })
  readonly digest!: string;

  @Field(() => DateTimeScalar, { description: 'When it was frozen.' })
  readonly frozenAt!: string;

  @Field(() => Int, { description: 'How many signatories it has, organisations and people.' })
  readonly size!: number;

  @Field(() => Int, { description: 'How many of them are people who signed in a capacity.' })
  readonly people!: number;

  @Field(() => Revision, { description: 'The text that could be signed when it was frozen.' })
  readonly revision!: Revision;
}
