import { sql } from 'kysely';

/** Whether a deadline is over is the database's to say. */
export const deadlineColumns = [
  'deadline.id',
  'deadline.event_id as eventId',
  'deadline.kind',
  'deadline.label',
  'deadline.local_time as localTime',
  'deadline.timezone',
  'deadline.instant',
  'deadline.ambiguous',
  sql<boolean>`deadline.instant <= hub_now()`.as('passed'),
] as const;
