import { Field, ObjectType, registerEnumType } from 'type-graphql';

export enum IdentifierScheme {
  ECOSOC = 'ECOSOC',
  ROR = 'ROR',
  WIKIDATA = 'WIKIDATA',
  REGISTRATION = 'REGISTRATION',
}

registerEnumType(IdentifierScheme, {
  name: 'IdentifierScheme',
  description: 'Who gives out an identifier.',
  valuesConfig: {
    ECOSOC: { description: 'The United Nations database of bodies in consultative status with ECOSOC.' },
    ROR: { description: 'Research Organization Registry.' },
    WIKIDATA: { description: 'Wikidata item, such as Q42.' },
    REGISTRATION: { description: 'Number in the register of associations or charities of its country.' },
  },
});

@ObjectType('OrganisationIdentifier', { description: 'What an organisation is called in a register.' })
export class OrganisationIdentifier {
  @Field(() => IdentifierScheme, { description: 'The register.' })
  readonly scheme!: IdentifierScheme;

  @Field(() => String, { description: 'The identifier in that register.' })
  readonly value!: string;
}
