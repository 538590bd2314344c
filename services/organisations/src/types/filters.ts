import { DateScalar, PageArgs } from '@coalition-hub/subgraph';
import { ArgsType, Field, InputType, registerEnumType } from 'type-graphql';
import { Region } from '../geography/region.js';
import { MembershipRole } from './membership.js';

export enum OrganisationOrder {
  NAME = 'NAME',
  NAME_DESC = 'NAME_DESC',
}

registerEnumType(OrganisationOrder, {
  name: 'OrganisationOrder',
  description: 'Order of a list of organisations.',
  valuesConfig: {
    NAME: { description: 'By name, A to Z.' },
    NAME_DESC: { description: 'By name, Z to A.' },
  },
});

/** Where organisations are, for every list of them. */
@InputType({ description: 'Which organisations to list; conditions add up.' })
export abstract class PlaceFilter {
  @Field(() => [String], {
    nullable: true,
    description: 'Sitting in one of these countries, ISO 3166-1 alpha-2.',
  })
  countries?: string[] | null;

  @Field(() => [Region], { nullable: true, description: 'Belonging to one of these parts of the world.' })
  regions?: Region[] | null;
}

@InputType({ description: 'Which organisations to list; conditions add up.' })
export class OrganisationFilter extends PlaceFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Having a name like this one, 200 characters at most: accents, capitals, punctuation, "&", acronyms, countries in brackets and typing errors are forgiven. The 200 best at most are found, best first, then by name; no "orderBy" goes with it.',
  })
  search?: string | null;
}

@InputType({ description: 'Which members to list; conditions add up.' })
export class MemberFilter extends PlaceFilter {
  @Field(() => [MembershipRole], { nullable: true, description: 'In one of these roles.' })
  roles?: MembershipRole[] | null;
}

@ArgsType()
export class OrganisationsArgs extends PageArgs {
  @Field(() => OrganisationFilter, { nullable: true, description: 'Which to list; all if left out.' })
  filter?: OrganisationFilter | null;

  @Field(() => OrganisationOrder, { nullable: true, description: 'In which order; by name if left out.' })
  orderBy?: OrganisationOrder | null;
}

@ArgsType()
export class MembershipsArgs extends PageArgs {
  @Field(() => DateScalar, { nullable: true, description: 'As of this day; today (UTC) if left out.' })
  asOf?: string | null;
}

@ArgsType()
export class MembersArgs extends MembershipsArgs {
  @Field(() => MemberFilter, { nullable: true, description: 'Which to list; all if left out.' })
  filter?: MemberFilter | null;
}
