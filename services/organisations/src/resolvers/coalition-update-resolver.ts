import { anyone, Policy } from '@coalition-hub/subgraph';
import { Arg, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../context.js';
import type { CoalitionFeedUpdate } from '../feed/coalition-feed-update.js';
import { followCoalition } from '../feed/follow-coalition.js';
import { CoalitionUpdate } from '../types/coalition-update.js';

@Resolver(() => CoalitionUpdate)
export class CoalitionUpdateResolver {
  @Subscription(() => CoalitionUpdate, {
    description: 'What happens to a coalition, each update once and in order.',
    subscribe: ({ context, args }) =>
      followCoalition(context as Context, args['slug'] as string, args['after'] as string | null),
  })
  @Policy(anyone)
  coalitionUpdated(
    @Arg('slug', () => String, { description: 'Slug of the coalition.' }) _slug: string,
    @Arg('after', () => String, {
      nullable: true,
      description: 'Cursor of an update, or a coalition’s "updateCursor"; what came later is sent first.',
    })
    _after: string | null | undefined,
    @Root() update: CoalitionFeedUpdate,
  ): CoalitionFeedUpdate {
    return update;
  }
}
