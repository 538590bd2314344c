import { mayChange, type Page, PageArgs, Policy } from '@coalition-hub/subgraph';
import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { CommentOnStatementInput, commentOnStatement } from '../commands/comment-on-statement.js';
import { DecideAmendmentInput, decideAmendment } from '../commands/decide-amendment.js';
import { ProposeAmendmentInput, proposeAmendment } from '../commands/propose-amendment.js';
import { StartConsultationInput, startConsultation } from '../commands/start-consultation.js';
import type { Context } from '../context.js';
import { AmendmentConnection, CommentConnection } from '../types/connections.js';
import { AmendmentsArgs } from '../types/filters.js';
import {
  CommentOnStatementResult,
  DecideAmendmentResult,
  ProposeAmendmentResult,
  StartConsultationResult,
} from '../types/results.js';
import { Statement } from '../types/statement.js';

@Resolver(() => Statement)
export class DeliberationResolver {
  @FieldResolver(() => AmendmentConnection, {
    description: 'Amendments to it that are open to the viewer, oldest first; the public sees none.',
  })
  amendments(
    @Root() { id }: Statement,
    @Args(() => AmendmentsArgs) args: AmendmentsArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<unknown, unknown>> {
    return loaders.amendmentsByStatement.page(id, args, args.states ?? null);
  }

  @FieldResolver(() => CommentConnection, {
    description:
      'Comments on it and on amendments to it that are open to the viewer, oldest first; the public sees none.',
  })
  comments(
    @Root() { id }: Statement,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<unknown, unknown>> {
    return loaders.commentsByStatement.page(id, args, null);
  }

  @Mutation(() => StartConsultationResult, {
    description:
      'Lets holders of a mandate of a member of the coalition read a draft, from its current revision on, comment on it and propose amendments. Coordinators of the coalition only.',
  })
  @Policy(mayChange)
  startConsultation(
    @Arg('input', () => StartConsultationInput, { description: 'Which draft.' })
    input: StartConsultationInput,
    @Ctx() context: Context,
  ) {
    return context.run(startConsultation, input);
  }

  @Mutation(() => ProposeAmendmentResult, {
    description:
      'Proposes other words for a passage of a draft. Holders of a mandate of a co-author, and of one of a member of the coalition once that is consulted.',
  })
  @Policy(mayChange)
  proposeAmendment(
    @Arg('input', () => ProposeAmendmentInput, { description: 'The amendment.' })
    input: ProposeAmendmentInput,
    @Ctx() context: Context,
  ) {
    return context.run(proposeAmendment, input);
  }

  @Mutation(() => DecideAmendmentResult, {
    description:
      'Accepts an amendment, which makes the next revision, or rejects it. Coordinators of its coalition, and holders of a mandate to revise of a co-author.',
  })
  @Policy(mayChange)
  decideAmendment(
    @Arg('input', () => DecideAmendmentInput, { description: 'Which one, and what about it.' })
    input: DecideAmendmentInput,
    @Ctx() context: Context,
  ) {
    return context.run(decideAmendment, input);
  }

  @Mutation(() => CommentOnStatementResult, {
    description:
      'Says something about a draft or an amendment to it. Coordinators of its coalition, and who may propose amendments.',
  })
  @Policy(mayChange)
  commentOnStatement(
    @Arg('input', () => CommentOnStatementInput, { description: 'The comment.' })
    input: CommentOnStatementInput,
    @Ctx() context: Context,
  ) {
    return context.run(commentOnStatement, input);
  }
}
