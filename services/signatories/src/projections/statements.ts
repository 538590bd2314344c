import type { BusEvent, StatementsEvent } from '@coalition-hub/bus';
import type { Projection } from '@coalition-hub/subgraph';
import type { Kysely } from 'kysely';
import { takeWindow } from '../commands/window-lock.js';
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
    withdrawnBefore.set(tx, await withdrawnStatements(tx));
    await tx.deleteFrom('known_revision').execute();
    await tx.deleteFrom('known_statement').execute();
  },
};

/**
 * What was withdrawn before a rebuild began, by the rebuild's transaction: all statements ever withdrawn pass there in
 * one transaction, and PostgreSQL has room for few locks.
 */
const withdrawnBefore = new WeakMap<Kysely<Tables>, ReadonlySet<string>>();

async function withdrawnStatements(tx: Kysely<Tables>): Promise<ReadonlySet<string>> {
  const rows = await tx.selectFrom('known_statement').select('id').where('withdrawn', '=', true).execute();
  return new Set(rows.map(({ id }) => id));
}

/**
 * Nothing is admitted once this has committed. The window is taken also where none is seen to be open: whoever is just
 * opening it began before, and signers could follow.
 */
async function withdraw(tx: Kysely<Tables>, statementId: string): Promise<void> {
  if (!withdrawnBefore.get(tx)?.has(statementId)) await takeWindow(tx, statementId);
  await tx.updateTable('known_statement').set({ withdrawn: true }).where('id', '=', statementId).execute();
}
