import type { SideEvent } from '../types/side-event.js';

export const sideEventColumns = [
  'side_event.id',
  'side_event.event_id as eventId',
  'side_event.title',
  'side_event.organiser_ids as organiserIds',
  'side_event.starts_at as startsAt',
  'side_event.place',
] as const;

export interface SideEventRow extends Omit<SideEvent, 'organisers'> {
  readonly organiserIds: readonly string[];
}

/** Organisations belong to another subgraph and are named by id only. */
export function sideEventOf({ organiserIds, ...sideEvent }: SideEventRow): SideEvent {
  return { ...sideEvent, organisers: organiserIds.map((id) => ({ id })) };
}
