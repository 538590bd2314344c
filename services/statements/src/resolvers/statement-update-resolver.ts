import { anyone, Policy } from '@coalition-hub/subgraph';
import { Arg, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../context.js';
import { followStatement } from '../feed/follow-statement.js';
import type { StatementFeedUpdate } from '../feed/statement-feed-update.js';
import { StatementUpdate } from '../types/statement-update.js';

@Resolver(() => StatementUpdate)
export class StatementUpdateResolver {
  @Subscription(() => StatementUpdate, {
    description: 'What happens to a statement that is open to the viewer, each update once and in order.',
    subscribe: ({ context, args }) =>
      followStatement(context as Context, args['slug'] as string, args['after'] as string | null),
  })
  @Policy(anyone)
  statementUpdated(
    @Arg('slug', () => String, { description: 'Slug of the statement.' }) _slug: string,
    @Arg('after', () => String, {
      nullable: true,
      description: 'Cursor of an update, or a statement’s "updateCursor"; what came later is sent first.',
    })
    _after: string | null | undefined,
    @Root() update: StatementFeedUpdate,
  ): StatementFeedUpdate {
    return update;
  }
}
