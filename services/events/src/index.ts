export { type DeliverySeed, seedDelivery } from './seed/seed-events.js';
export { definition, startEvents } from './server.js';
