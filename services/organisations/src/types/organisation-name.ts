import { DateScalar } from '@coalition-hub/subgraph';
import { Field, ObjectType, registerEnumType } from 'type-graphql';

export enum NameKind {
  LEGAL = 'LEGAL',
  USUAL = 'USUAL',
  OTHER_LANGUAGE = 'OTHER_LANGUAGE',
  FORMER = 'FORMER',
  ALIAS = 'ALIAS',
  ACRONYM = 'ACRONYM',
}

registerEnumType(NameKind, {
  name: 'NameKind',
  description: 'What a name is to an organisation.',
  valuesConfig: {
    LEGAL: { description: 'The name in its statutes or register.' },
    USUAL: { description: 'The name it goes by.' },
    OTHER_LANGUAGE: { description: 'The name in another language.' },
    FORMER: { description: 'A name it had before.' },
    ALIAS: {
      description: 'A name by which others have printed it; remembered, so that it is found the next time.',
    },
    ACRONYM: { description: 'The short form made of initials.' },
  },
});

@ObjectType({ description: 'One of the names of an organisation.' })
export class OrganisationName {
  @Field(() => String, { description: 'The name.' })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'Its language, BCP 47.' })
  readonly language!: string | null;

  @Field(() => NameKind, { description: 'What the name is to the organisation.' })
  readonly kind!: NameKind;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Of a former name, the day from which the organisation went by another one; null where nobody knows.',
  })
  readonly until?: string;
}
