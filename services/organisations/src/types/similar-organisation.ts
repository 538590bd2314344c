import { CountedConnectionOf, EdgeOf, PageArgs } from '@coalition-hub/subgraph';
import { ArgsType, Field, Float, Int, ObjectType } from 'type-graphql';
import { SimilarityReason } from '../matching/similarity-reason.js';

@ObjectType({ description: 'Why two organisations could be one, and how much speaks for it.' })
abstract class Resemblance {
  @Field(() => SimilarityReason, { description: 'Why they could be one.' })
  readonly reason!: SimilarityReason;

  @Field(() => String, { description: 'The reason in a plain sentence.' })
  readonly explanation!: string;

  @Field(() => Float, { description: 'How alike the names are, 0 to 1.' })
  readonly similarity!: number;
}

@ObjectType({ description: 'Another organisation that could be the same body.' })
export class SimilarOrganisation extends Resemblance {
  readonly organisationId!: string;
}

@ObjectType({
  description: 'Two organisations that may be one. Only a person merges them, or tells them apart.',
})
export class DuplicateProposal extends Resemblance {
  readonly one!: string;
  readonly other!: string;
}

@ObjectType({ description: 'A proposal and its place in the list.' })
export class DuplicateProposalEdge extends EdgeOf(() => DuplicateProposal) {}

@ObjectType({ description: 'A page of proposals.' })
export class DuplicateProposalConnection extends CountedConnectionOf(() => DuplicateProposalEdge) {}

@ArgsType()
export class DuplicateProposalsArgs extends PageArgs {
  @Field(() => [SimilarityReason], {
    nullable: true,
    description: 'For one of these reasons; for all but CHAPTER if left out.',
  })
  reasons?: SimilarityReason[] | null;
}

@ArgsType()
export class SimilarArgs {
  @Field(() => Int, { defaultValue: 5, description: 'How many to return, 1 to 20.' })
  first!: number;
}
