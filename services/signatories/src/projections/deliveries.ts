import type { BusEvent, EventsEvent } from '@coalition-hub/bus';
import type { Projection } from '@coalition-hub/subgraph';
import type { Kysely } from 'kysely';
import type { Tables } from '../entities/tables.js';

/** Keeps which list each delivery names. */
export const deliveriesProjection: Projection = {
  name: 'deliveries',
  streams: ['events'],
  async apply(tx: Kysely<Tables>, busEvent: BusEvent) {
    const event = busEvent as EventsEvent;
    if (event.type !== 'DELIVERY_RECORDED') return;
    const { deliveryId: id, statementId, listId, deliveredOn } = event.data;
    await tx
      .insertInto('known_delivery')
      .values({
        id,
        statement_id: statementId,
        list_id: listId,
        delivered_on: deliveredOn,
        position: event.position,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  },
  async reset(tx: Kysely<Tables>) {
    await tx.deleteFrom('known_delivery').execute();
  },
};
