import { type CursorSealer, type Keyset, pageOf, type Reads, rootPage } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import type { EventsArgs } from '../types/filters.js';
import { matchesEvent } from './event-filter.js';
import { type EventRow, eventColumns, eventOf } from './event-row.js';
import { eventsWithBody } from './events-with-body.js';

const latestFirst: Keyset = {
  columns: [
    { column: 'event.starts_on', type: 'date' },
    { column: 'event.id', type: 'uuid' },
  ],
  direction: 'desc',
};

/** Events, those that begin last first. */
export function eventsPage(reads: Reads<Tables>, sealer: CursorSealer, args: EventsArgs) {
  const chosen = eventsWithBody(reads).where(matchesEvent(args.filter));
  return rootPage(
    {
      sealer,
      order: {
        list: JSON.stringify(['events', args.filter ?? null]),
        keyOf: ({ startsOn, id }: EventRow) => [startsOn, id],
      },
      nodeOf: eventOf,
      rows: (after, size) => pageOf(chosen.select(eventColumns), latestFirst, after, size).execute(),
      count: async () => {
        const { count } = await chosen
          .select(sql<number>`count(*)::int`.as('count'))
          .executeTakeFirstOrThrow();
        return count;
      },
    },
    args,
  );
}
