import { CountedConnectionOf, EdgeOf } from '@coalition-hub/subgraph';
import { ObjectType } from 'type-graphql';
import { Delivery } from './delivery.js';
import { Event } from './event.js';

@ObjectType({ description: 'An event and its place in a list.' })
export class EventEdge extends EdgeOf(() => Event) {}

@ObjectType({ description: 'A page of events.' })
export class EventConnection extends CountedConnectionOf(() => EventEdge) {}

@ObjectType({ description: 'A delivery and its place in a list.' })
export class DeliveryEdge extends EdgeOf(() => Delivery) {}

@ObjectType({ description: 'A page of deliveries.' })
export class DeliveryConnection extends CountedConnectionOf(() => DeliveryEdge) {}
