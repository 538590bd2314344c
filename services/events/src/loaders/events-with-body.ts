import type { Reads } from '@coalition-hub/subgraph';
import type { Tables } from '../entities/tables.js';

/** What every query of events starts from. */
export function eventsWithBody(reads: Reads<Tables>) {
  return reads.selectFrom('event').innerJoin('body', 'body.id', 'event.body_id');
}
