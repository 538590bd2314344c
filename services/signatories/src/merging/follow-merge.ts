import type { NewEvent, OrganisationMerge, Reads } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import { holdWindow } from '../commands/window-lock.js';
import type { Tables } from '../entities/tables.js';
import { moveInvitations } from './move-invitations.js';
import { setRepeatsAside } from './set-repeats-aside.js';

/**
 * Makes the kept organisation's what the merged one signed and was asked to sign. Names and countries stay as signed,
 * and frozen lists as frozen.
 */
export async function followMerge(tx: Reads<Tables>, merge: OrganisationMerge): Promise<readonly NewEvent[]> {
  const { keptId, mergedId } = merge;
  const signatures = await signaturesOf(tx, mergedId);
  // A list that is being frozen has the one state or the other. In one order, as whoever takes several.
  const statements = new Set(signatures.map(({ statementId }) => statementId));
  for (const statementId of [...statements].toSorted()) await holdWindow({ sql: tx }, statementId);
  const repeats = await setRepeatsAside(tx, merge);
  const ids = signatures.map(({ id }) => id);
  await sql`update signature set organisation_id = ${keptId} where id = any(${ids}::uuid[])`.execute(tx);
  await moveInvitations(tx, merge);
  return repeats;
}

interface Signed {
  readonly id: string;
  readonly statementId: string;
}

/** Shown or not: there is an index for each. Nobody signs for the organisation any more. */
async function signaturesOf(tx: Reads<Tables>, organisationId: string): Promise<readonly Signed[]> {
  const { rows } = await sql<Signed>`
    select id, statement_id as "statementId" from signature where organisation_id = ${organisationId} and shown
    union all
    select id, statement_id from signature where organisation_id = ${organisationId} and not shown`.execute(
    tx,
  );
  return rows;
}
