export { coalitionPermissions } from './policies/coalition-permissions.js';
export type { AgendaItemSeed, DeadlineSeed, EventSeed, SideEventSeed } from './seed/event-seed.js';
export {
  type DeliveryPlace,
  type DeliverySeed,
  type MadeDelivery,
  seedDelivery,
  seedDeliveryAt,
} from './seed/seed-delivery.js';
export { seedEvent } from './seed/seed-event.js';
export { definition, startEvents } from './server.js';
