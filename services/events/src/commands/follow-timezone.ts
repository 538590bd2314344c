import { type CommandScope, InvalidInput, Refused, refuse } from '@coalition-hub/subgraph';
import { LockMode } from '@mikro-orm/core';
import { deadlineMoment } from '../deadlines/deadline-moment.js';
import { DeadlineRecord } from '../entities/deadline-record.js';
import type { EventRecord } from '../entities/event-record.js';
import type { Tables } from '../entities/tables.js';

/**
 * States deadlines anew that were stated in the timezone that an event had: clocks show the same, in its timezone of
 * now. Where the event has no timezone any more, or had none, deadlines stay in those that they name.
 */
export async function followTimezone(
  scope: CommandScope<Tables>,
  { id: eventId, timezone }: EventRecord,
  before: string | null,
): Promise<void> {
  if (timezone === null || before === null || timezone === before) return;
  const deadlines = await scope.em.find(
    DeadlineRecord,
    { eventId, timezone: before },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
  );
  for (const deadline of deadlines) {
    Object.assign(deadline, momentIn(timezone, deadline));
    const { id: deadlineId, kind, instant } = deadline;
    scope.emit({ type: 'DEADLINE_MOVED', subject: eventId, data: { eventId, deadlineId, kind, instant } });
  }
}

/** Refuses the change of timezone where a deadline would be in an hour that never comes there. */
function momentIn(timezone: string, { localTime, kind, label }: DeadlineRecord) {
  try {
    return deadlineMoment(localTime, timezone);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const which = label === null ? kind : `${kind}, "${label}"`;
    return refuse(
      new InvalidInput(
        'timezone',
        `${error.refusal.message} It is the time of a deadline (${which}): move that first.`,
      ),
    );
  }
}
