import { updatedTo } from '@coalition-hub/subgraph';
import { updateTable } from '../feed/update-table.js';
import type { Event } from '../types/event.js';

/** Columns of `event` joined with its `body`. */
export const eventColumns = [
  'event.id',
  'event.slug',
  'event.title',
  'event.session',
  'event.starts_on as startsOn',
  'event.ends_on as endsOn',
  'event.place',
  'event.country',
  'event.timezone',
  'body.code as bodyCode',
  'body.name as bodyName',
  updatedTo(updateTable, 'event.id').as('updatedTo'),
] as const;

export interface EventRow extends Omit<Event, 'body'> {
  readonly bodyCode: string;
  readonly bodyName: string;
}

export function eventOf({ bodyCode, bodyName, ...event }: EventRow): Event {
  return { ...event, body: { code: bodyCode, name: bodyName } };
}
