import {
  type ChildRow,
  type Keyset,
  type PageSource,
  pageOf,
  pagesByParent,
  type Reads,
} from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import type { Delivery } from '../types/delivery.js';
import { type DeliveryRow, deliveryColumns, deliveryOf } from './delivery-row.js';

const oldestFirst: Keyset = {
  columns: [
    { column: 'delivery.delivered_on', type: 'date' },
    { column: 'delivery.id', type: 'uuid' },
  ],
  direction: 'asc',
};

/** Deliveries at events, oldest first. */
export function deliveriesByEvent(reads: Reads<Tables>): PageSource<null, DeliveryRow & ChildRow, Delivery> {
  return {
    name: 'deliveries',
    keyOf: ({ deliveredOn, id }) => [deliveredOn, id],
    nodeOf: deliveryOf,
    rows: ({ parents, after, size }) =>
      pagesByParent(reads, parents, (parent) =>
        pageOf(
          reads.selectFrom('delivery').where('delivery.event_id', '=', parent).select(deliveryColumns),
          oldestFirst,
          after,
          size,
        ),
      ),
    counts: (parents) =>
      reads
        .selectFrom('delivery')
        .where('event_id', '=', (eb) => eb.fn.any(eb.val(parents)))
        .groupBy('event_id')
        .select(['event_id as parent', sql<number>`count(*)::int`.as('count')])
        .execute(),
  };
}
