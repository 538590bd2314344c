import { isSlug, type Reads } from '@coalition-hub/subgraph';
import type { Tables } from '../entities/tables.js';
import type { Event } from '../types/event.js';
import { eventColumns, eventOf } from './event-row.js';
import { eventsWithBody } from './events-with-body.js';

export async function eventBySlug(reads: Reads<Tables>, slug: string): Promise<Event | null> {
  if (!isSlug(slug)) return null;
  const row = await eventsWithBody(reads)
    .select(eventColumns)
    .where('event.slug', '=', slug)
    .executeTakeFirst();
  return row ? eventOf(row) : null;
}
