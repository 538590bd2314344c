import { PageArgs } from '@coalition-hub/subgraph';
import { ArgsType, Field, InputType, registerEnumType } from 'type-graphql';
import { Region } from './region.js';
import { SignatoryKind } from './signatory-kind.js';
import { SignatureOrder } from './signature-order.js';
import { SignatureProvenance } from './signature-provenance.js';

export enum SignatoryListKind {
  CURRENT = 'CURRENT',
  AT_DELIVERY = 'AT_DELIVERY',
}

registerEnumType(SignatoryListKind, {
  name: 'SignatoryListKind',
  description: 'Which list of a statement’s signatories.',
  valuesConfig: {
    CURRENT: {
      description:
        'Who stands by the statement now, and who withdrew after a list with its name was frozen, marked as such.',
    },
    AT_DELIVERY: { description: 'The frozen list of the latest delivery; empty before any.' },
  },
});

@InputType({ description: 'Which signatures to list; conditions add up.' })
export class SignatureFilter {
  @Field(() => [String], {
    nullable: true,
    description: 'Of organisations of one of these countries when they signed, ISO 3166-1 alpha-2.',
  })
  countries?: string[] | null;

  @Field(() => [Region], {
    nullable: true,
    description: 'Of organisations of one of these parts of the world when they signed.',
  })
  regions?: Region[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Only late ones, or only those that are not.' })
  late?: boolean | null;

  @Field(() => SignatoryKind, { nullable: true, description: 'Only of organisations, or only of people.' })
  kind?: SignatoryKind | null;

  @Field(() => SignatureProvenance, { nullable: true, description: 'Only those known in this way.' })
  provenance?: SignatureProvenance | null;
}

@ArgsType()
export class SignaturesArgs extends PageArgs {
  @Field(() => SignatoryListKind, {
    nullable: true,
    defaultValue: SignatoryListKind.CURRENT,
    description: 'Which list.',
  })
  list?: SignatoryListKind | null;

  @Field(() => SignatureFilter, { nullable: true, description: 'Which of it; all if left out.' })
  filter?: SignatureFilter | null;

  @Field(() => SignatureOrder, {
    nullable: true,
    defaultValue: SignatureOrder.NAME,
    description: 'In which order.',
  })
  orderBy?: SignatureOrder | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The reader’s language, BCP 47: names are ordered as it orders them. Left out, or not known here: by the order for all scripts that Unicode gives (the root of CLDR).',
  })
  locale?: string | null;
}
