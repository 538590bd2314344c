import { DateTimeScalar } from '@coalition-hub/subgraph';
import { Field, Int, ObjectType } from 'type-graphql';
import { Region } from './region.js';

@ObjectType({ description: 'How many public signatures come from one country.' })
export class CountryCount {
  @Field(() => String, {
    nullable: true,
    description: 'Country, ISO 3166-1 alpha-2; null for bodies of no one country.',
  })
  readonly country!: string | null;

  @Field(() => Int, { description: 'How many.' })
  readonly count!: number;
}

@ObjectType({ description: 'How many public signatures come from one part of the world.' })
export class RegionCount {
  @Field(() => Region, { nullable: true, description: 'Part of the world; null for bodies of none.' })
  readonly region!: Region | null;

  @Field(() => Int, { description: 'How many.' })
  readonly count!: number;
}

@ObjectType({
  description:
    'How many signatures stand. Others may support confidentially; small numbers of them are not shown.',
})
export class SignatureCount {
  @Field(() => Int, {
    description:
      'Public signatures of organisations; a network counts once, and its members only if they sign.',
  })
  readonly public!: number;

  @Field(() => Int, {
    description: 'People who signed in a capacity; counted apart, and not part of the other numbers.',
  })
  readonly people!: number;

  @Field(() => Int, {
    description:
      'Public signatures of organisations and those whose names are withheld, as far as their number is published.',
  })
  readonly all!: number;

  @Field(() => DateTimeScalar, { description: 'What happened up to this time is counted.' })
  readonly asOf!: string;

  @Field(() => [CountryCount], { description: 'Public signatures of organisations by country, most first.' })
  readonly byCountry!: readonly CountryCount[];

  @Field(() => [RegionCount], {
    description: 'Public signatures of organisations by part of the world, most first.',
  })
  readonly byRegion!: readonly RegionCount[];
}
