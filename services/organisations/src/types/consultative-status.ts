import { DateScalar } from '@coalition-hub/subgraph';
import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql';

/** ECOSOC resolution 1996/31, part III. */
export enum ConsultativeCategory {
  GENERAL = 'GENERAL',
  SPECIAL = 'SPECIAL',
  ROSTER = 'ROSTER',
}

registerEnumType(ConsultativeCategory, {
  name: 'ConsultativeCategory',
  description:
    'A category of consultative status with the United Nations Economic and Social Council (ECOSOC).',
  valuesConfig: {
    GENERAL: { description: 'General consultative status.' },
    SPECIAL: { description: 'Special consultative status.' },
    ROSTER: { description: 'On the roster.' },
  },
});

@ObjectType({
  description: 'Consultative status with the United Nations Economic and Social Council (ECOSOC).',
})
export class ConsultativeStatus {
  @Field(() => ConsultativeCategory, { description: 'Which status.' })
  readonly category!: ConsultativeCategory;

  @Field(() => DateScalar, { nullable: true, description: 'Since when; null if not known.' })
  readonly since!: string | null;
}

@InputType({
  description: 'Consultative status with the United Nations Economic and Social Council (ECOSOC).',
})
export class ConsultativeStatusInput {
  @Field(() => ConsultativeCategory, { description: 'Which status.' })
  category!: ConsultativeCategory;

  @Field(() => DateScalar, { nullable: true, description: 'Since when, if known.' })
  since?: string | null;
}
