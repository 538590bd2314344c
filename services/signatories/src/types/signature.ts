import { DateScalar } from '@coalition-hub/subgraph';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Organisation } from './organisation.js';
import { PersonInCapacity } from './person-in-capacity.js';
import { Revision } from './revision.js';
import { SignatureProvenance } from './signature-provenance.js';
import { Statement } from './statement.js';

export enum SignatureStatus {
  SIGNED = 'SIGNED',
  WITHDRAWN = 'WITHDRAWN',
  REPEATED = 'REPEATED',
}

registerEnumType(SignatureStatus, {
  name: 'SignatureStatus',
  description: 'Whether a signature stands.',
  valuesConfig: {
    SIGNED: { description: 'It stands.' },
    WITHDRAWN: { description: 'It was taken back.' },
    REPEATED: {
      description:
        'Does not count: its organisation turned out to be one that had signed too. Shown as long as a frozen list names it.',
    },
  },
});

@ObjectType({
  description:
    'That an organisation, or a person in a capacity, publicly signed one revision of a statement.',
})
@Directive('@key(fields: "id")')
export class Signature {
  @Field(() => ID, { description: 'Opaque and stable.' })
  readonly id!: string;

  @Field(() => String, { description: 'The signatory’s name at signing.' })
  readonly nameAsSigned!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The organisation’s country when it signed, ISO 3166-1 alpha-2; null for bodies of no one country and for people.',
  })
  readonly countryAsSigned!: string | null;

  @Field(() => Organisation, { nullable: true, description: 'The organisation; null where a person signed.' })
  readonly organisation!: Organisation | null;

  @Field(() => PersonInCapacity, {
    nullable: true,
    description: 'The person; null where an organisation signed.',
  })
  readonly person!: PersonInCapacity | null;

  @Field(() => SignatureProvenance, {
    description: 'How the hub knows of it; in a frozen list, how it did when the list was frozen.',
  })
  readonly provenance!: SignatureProvenance;

  @Field(() => Statement, { description: 'The statement.' })
  readonly statement!: Statement;

  @Field(() => Revision, { description: 'The text that was signed.' })
  readonly revision!: Revision;

  @Field(() => SignatureStatus, {
    description: 'Whether it stands; in a frozen list, whether it stood when the list was frozen.',
  })
  readonly status!: SignatureStatus;

  @Field(() => DateScalar, {
    description: 'Day of signing (UTC); for a reported signature the day that was reported.',
  })
  readonly signedOn!: string;

  @Field(() => Boolean, { description: 'Whether signing had been reopened for late sign-ons.' })
  readonly late!: boolean;
}
