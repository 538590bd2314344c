import { anyone, Policy } from '@coalition-hub/subgraph';
import { Arg, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../context.js';
import type { EventFeedUpdate } from '../feed/event-feed-update.js';
import { followEvent } from '../feed/follow-event.js';
import { EventUpdate } from '../types/event-update.js';

@Resolver(() => EventUpdate)
export class EventUpdateResolver {
  @Subscription(() => EventUpdate, {
    description: 'What happens at, or to, an event, each update once and in order.',
    subscribe: ({ context, args }) =>
      followEvent(context as Context, args['slug'] as string, args['after'] as string | null),
  })
  @Policy(anyone)
  eventUpdated(
    @Arg('slug', () => String, { description: 'Slug of the event.' }) _slug: string,
    @Arg('after', () => String, {
      nullable: true,
      description: 'Cursor of an update, or an event’s "updateCursor"; what came later is sent first.',
    })
    _after: string | null | undefined,
    @Root() update: EventFeedUpdate,
  ): EventFeedUpdate {
    return update;
  }
}
