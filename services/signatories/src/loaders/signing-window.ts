import type { Reads } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import type { SigningState } from '../types/signing.js';
import { clock, signingState } from './signing-state.js';

/** Where a statement's window stands; meaningless once the lock under which it was read is gone. */
export interface SigningWindow {
  readonly statementId: string;
  readonly state: SigningState;
  readonly withdrawn: boolean;
  /** 0: never opened; then there is no revision either. */
  readonly opening: number;
  readonly revisionId: string | null;
  readonly revisionDigest: string | null;
  /** Whether nobody has closed it since it was last opened: its list is still to be frozen. */
  readonly unfrozen: boolean;
  /** Database time at which `state` was decided: ISO 8601 in UTC, whole milliseconds. */
  readonly now: string;
}

/** Call it in a statement after the window's lock (see `window-lock.ts`). */
export async function signingWindow(db: Reads<Tables>, statementId: string): Promise<SigningWindow> {
  const { rows } = await sql<SigningWindow>`
    select known_statement.id as "statementId", ${signingState} as state, known_statement.withdrawn,
           coalesce(signing_window.opening, 0) as opening, signing_window.revision_id as "revisionId",
           signing_window.revision_digest as "revisionDigest",
           signing_window.statement_id is not null and signing_window.closed_at is null as unfrozen,
           to_char(clock.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now
      from known_statement
      left join signing_window on signing_window.statement_id = known_statement.id
     cross join ${clock}
     where known_statement.id = ${statementId}`.execute(db);
  const [window] = rows;
  if (window === undefined) throw new Error('The statement was known when the command began, and no more');
  return window;
}
