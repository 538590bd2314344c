import { type Reads, rowsByKey } from '@coalition-hub/subgraph';
import DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import type { Signing, SigningState } from '../types/signing.js';
import { clock, signingState } from './signing-state.js';

interface SigningRow {
  readonly statementId: string;
  readonly state: SigningState;
  readonly closesAt: string | null;
  readonly revisionId: string | null;
  readonly opening: number;
}

/** Signing windows as the database's clock sees them; a statement that was never opened has one that says so. */
export function signingsByStatement(reads: Reads<Tables>) {
  return new DataLoader(async (statements: readonly string[]) => {
    const { rows } = await sql<SigningRow>`
      select asked.statement_id as "statementId", ${signingState} as state,
             least(signing_window.closes_at, signing_window.closed_at) as "closesAt",
             signing_window.revision_id as "revisionId", coalesce(signing_window.opening, 0) as opening
        from unnest(${[...statements]}::uuid[]) as asked(statement_id)
        left join signing_window on signing_window.statement_id = asked.statement_id
        left join known_statement on known_statement.id = asked.statement_id
       cross join ${clock}`.execute(reads);
    const signings = rowsByKey(statements, rows, ({ statementId }) => statementId);
    return signings.map((row) => row && signingOf(row));
  });
}

function signingOf({ state, closesAt, revisionId, opening }: SigningRow): Signing {
  return { state, closesAt, opening, revision: revisionId === null ? null : { id: revisionId } };
}
