import { anyone, buildSchema, type References } from '@coalition-hub/subgraph';
import type { Context } from './context.js';
import { AgendaItemResolver } from './resolvers/agenda-item-resolver.js';
import { DeadlineResolver } from './resolvers/deadline-resolver.js';
import { DeliveryResolver } from './resolvers/delivery-resolver.js';
import { EventBodyResolver } from './resolvers/event-body-resolver.js';
import { EventResolver } from './resolvers/event-resolver.js';
import { EventUpdateResolver } from './resolvers/event-update-resolver.js';
import { SideEventResolver } from './resolvers/side-event-resolver.js';
import { StatementResolver } from './resolvers/statement-resolver.js';
import * as successResolvers from './resolvers/success-resolvers.js';
import { VenueRuleResolver } from './resolvers/venue-rule-resolver.js';

const references: References = {
  Event: {
    policy: anyone,
    load: ({ id }, { loaders }: Context) => loaders.eventsById.load(String(id)),
  },
  Delivery: {
    policy: anyone,
    load: ({ id }, { loaders }: Context) => loaders.deliveriesById.load(String(id)),
  },
  // Whether it exists is for its own subgraph to say; this one adds deliveries, maybe none.
  Statement: { policy: anyone, load: ({ id }) => ({ id: String(id) }) },
};

export const schema = buildSchema({
  resolvers: [
    EventResolver,
    EventUpdateResolver,
    DeadlineResolver,
    SideEventResolver,
    EventBodyResolver,
    VenueRuleResolver,
    AgendaItemResolver,
    DeliveryResolver,
    StatementResolver,
    ...Object.values(successResolvers),
  ],
  references,
});
