import type { OrganisationMerge, Reads } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';

/**
 * Of two invitations to sign one statement, the kept organisation's stays, with the answer that either gave; one that
 * was taken back gives way to one that was not.
 */
export async function moveInvitations(
  tx: Reads<Tables>,
  { keptId, mergedId }: OrganisationMerge,
): Promise<void> {
  await sql`
    delete from signing_invitation as gone using signing_invitation as other
     where gone.statement_id = other.statement_id
       and ((gone.organisation_id = ${keptId} and other.organisation_id = ${mergedId}
             and gone.withdrawn_at is not null and other.withdrawn_at is null)
         or (gone.organisation_id = ${mergedId} and other.organisation_id = ${keptId}
             and other.withdrawn_at is not null and gone.withdrawn_at is not null))`.execute(tx);
  await sql`
    with gone as (
      delete from signing_invitation as double using signing_invitation as own
       where double.organisation_id = ${mergedId} and own.organisation_id = ${keptId}
         and own.statement_id = double.statement_id
      returning double.statement_id, double.declined_at, double.withdrawn_at)
    update signing_invitation as own set declined_at = coalesce(own.declined_at, gone.declined_at)
      from gone
     where own.organisation_id = ${keptId} and own.statement_id = gone.statement_id
       and gone.withdrawn_at is null`.execute(tx);
  await sql`
    update signing_invitation set organisation_id = ${keptId} where organisation_id = ${mergedId}`.execute(
    tx,
  );
}
