import type { BusEvent, StatementsEvent } from '@coalition-hub/bus';
import type { Projection } from '@coalition-hub/subgraph';
import { type Kysely, sql } from 'kysely';
import { windowLock } from '../commands/window-lock.js';
import type { Tables } from '../entities/tables.js';

/** Keeps which statements there are, with their revisions' digests, and which were withdrawn. */
export const statementsProjection: Projection = {
  name: 'statements',
  streams: ['statements'],
  async apply(tx: Kysely<Tables>, busEvent: BusEvent) {
    const event = busEvent as StatementsEvent;
    switch (event.type) {
      case 'STATEMENT_CREATED':
        await tx
          .insertInto('known_statement')
          .values({
            id: event.data.statementId,
            coalition_id: event.data.coalitionId,
            co_author_ids: [...event.data.coAuthorIds],
            withdrawn: false,
          })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .execute();
        return;
      case 'STATEMENT_REVISED':
        await tx
          .insertInto('known_revision')
          .values({
            id: event.data.revisionId,
            statement_id: event.data.statementId,
            number: event.data.number,
            digest: event.data.digest,
          })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .execute();
        return;
      case 'STATEMENT_WITHDRAWN':
        await withdraw(tx, event.data.statementId);
    }
  },
  async reset(tx: Kysely<Tables>) {
    await tx.deleteFrom('known_revision').execute();
    await tx.deleteFrom('known_statement').execute();
  },
};

/**
 * Nothing is admitted once this has committed. Only a window that can still be signed is locked: when the projection
 * is rebuilt, all statements ever withdrawn pass here in one transaction, and locks are few.
 */
async function withdraw(tx: Kysely<Tables>, statementId: string): Promise<void> {
  await sql`
    select pg_advisory_xact_lock(${windowLock(statementId)}) from signing_window
     where statement_id = ${statementId} and closed_at is null and closes_at > hub_now()`.execute(tx);
  await tx.updateTable('known_statement').set({ withdrawn: true }).where('id', '=', statementId).execute();
}
