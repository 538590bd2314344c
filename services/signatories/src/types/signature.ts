import { DateScalar } from '@coalition-hub/subgraph';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Organisation } from './organisation.js';
import { Revision } from './revision.js';
import { Statement } from './statement.js';

export enum SignatureStatus {
  SIGNED = 'SIGNED',
  WITHDRAWN = 'WITHDRAWN',
}

registerEnumType(SignatureStatus, {
  name: 'SignatureStatus',
  description: 'Whether a signature stands.',
  valuesConfig: {
    SIGNED: { description: 'It stands.' },
    WITHDRAWN: { description: 'The organisation took it back.' },
  },
});

@ObjectType({ description: 'That an organisation publicly signed one revision of a statement.' })
@Directive('@key(fields: "id")')
export class Signature {
  @Field(() => ID, { description: 'Opaque and stable.' })
  readonly id!: string;

  @Field(() => String, { description: 'The organisation’s name when it signed.' })
  readonly nameAsSigned!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Its country when it signed, ISO 3166-1 alpha-2; null for bodies of no one country.',
  })
  readonly countryAsSigned!: string | null;

  @Field(() => Organisation, { description: 'The organisation.' })
  readonly organisation!: Organisation;

  @Field(() => Statement, { description: 'The statement.' })
  readonly statement!: Statement;

  @Field(() => Revision, { description: 'The text it signed.' })
  readonly revision!: Revision;

  @Field(() => SignatureStatus, {
    description: 'Whether it stands; in a frozen list, whether it stood when the list was frozen.',
  })
  readonly status!: SignatureStatus;

  @Field(() => DateScalar, { description: 'Day of signing (UTC).' })
  readonly signedOn!: string;

  @Field(() => Boolean, { description: 'Whether signing had been reopened for late sign-ons.' })
  readonly late!: boolean;
}
