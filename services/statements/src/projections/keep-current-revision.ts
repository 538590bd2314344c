import type { Kysely } from 'kysely';
import type { Tables } from '../entities/tables.js';
import { addSearchable, keepSearchable } from '../search/keep-searchable.js';
import type { StatementEvent } from './update-of-event.js';

/**
 * From the first opening on, the text of a statement is the one that was opened. A revision that was made at the same
 * moment, before anybody here had heard of the opening, was declared by nobody to those who sign: it is set aside.
 */
export async function keepCurrentRevision(
  tx: Kysely<Tables>,
  events: readonly StatementEvent[],
): Promise<void> {
  const opened = lastOpened(events);
  if (opened.size === 0) return;
  // Whoever is revising is waited for; whoever comes after reads that the statement is open.
  const statements = await tx
    .selectFrom('statement')
    .select(['id', 'current_number as currentNumber'])
    .where('id', '=', (eb) => eb.fn.any(eb.val([...opened.keys()])))
    .orderBy('id')
    .forUpdate()
    .execute();
  for (const { id, currentNumber } of statements) {
    const number = opened.get(id);
    if (number !== undefined && number !== currentNumber) await makeCurrent(tx, id, number);
  }
}

/** Number of the revision by statement. */
function lastOpened(events: readonly StatementEvent[]): ReadonlyMap<string, number> {
  return new Map(
    events.flatMap(({ type, data }) =>
      type === 'SIGNING_OPENED' ? [[data.statementId, data.revisionNumber] as const] : [],
    ),
  );
}

async function makeCurrent(tx: Kysely<Tables>, statementId: string, number: number): Promise<void> {
  const found = await tx
    .selectFrom('revision')
    .select(['id', 'language', 'title', 'text', 'addressees', 'footnotes'])
    .where('statement_id', '=', statementId)
    .where('number', '=', number)
    .executeTakeFirst();
  // A database that was restored from an older backup than its neighbours has to go on with what it has.
  if (found === undefined) return;
  const { id, ...revision } = found;
  await tx
    .updateTable('statement')
    .set({ title: revision.title, current_number: number })
    .where('id', '=', statementId)
    .execute();
  await keepSearchable(tx, statementId, revision);
  const translations = await tx
    .selectFrom('translation')
    .select(['language', 'title', 'text'])
    .where('revision_id', '=', id)
    .execute();
  for (const translation of translations) await addSearchable(tx, statementId, translation);
}
