import { appendUpdates as append, type NewUpdate } from '@coalition-hub/subgraph';
import type { Kysely } from 'kysely';
import type { Tables } from '../entities/tables.js';
import { updateTable } from '../feed/update-table.js';
import { type StatementEvent, updateOfEvent } from './update-of-event.js';

/** Adds to the feed what the events say; events that it has already are left out. */
export function appendUpdates(tx: Kysely<Tables>, events: readonly StatementEvent[]): Promise<void> {
  return append(tx, updateTable, events.flatMap(rowOf));
}

function rowOf(event: StatementEvent): NewUpdate[] {
  const update = updateOfEvent(event);
  if (update === null) return [];
  const { statementId: subjectId, kind, revisionId, signatureId, amendmentId } = update;
  const facts = { revision_id: revisionId, signature_id: signatureId, amendment_id: amendmentId };
  return [{ subjectId, kind, event, facts }];
}
