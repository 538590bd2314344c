import { type Kysely, sql } from 'kysely';
import type { Tables } from '../entities/tables.js';

/** Makes the kept organisation's the merged one's chapters, networks, constituents, invitations and decisions. */
export async function moveRelations(tx: Kysely<Tables>, keptId: string, mergedId: string): Promise<void> {
  await sql`update organisation set parent_id = ${keptId} where parent_id = ${mergedId}`.execute(tx);
  await sql`update organisation set merged_into = ${keptId} where merged_into = ${mergedId}`.execute(tx);
  await sql`
    with gone as (
      delete from network_constituent
       where ${mergedId}::uuid in (network_id, organisation_id) returning network_id, organisation_id)
    insert into network_constituent (network_id, organisation_id)
    select case when network_id = ${mergedId} then ${keptId}::uuid else network_id end,
           case when organisation_id = ${mergedId} then ${keptId}::uuid else organisation_id end
      from gone
        on conflict do nothing`.execute(tx);
  await moveDecisions(tx, keptId, mergedId);
  await moveInvitations(tx, keptId, mergedId);
}

/** What was told apart from the merged one is not the kept one either. */
async function moveDecisions(tx: Kysely<Tables>, keptId: string, mergedId: string): Promise<void> {
  await sql`
    with gone as (delete from told_apart where ${mergedId}::uuid in (one, other) returning one, other),
    others as (select case when one = ${mergedId} then other else one end as id from gone)
    insert into told_apart (one, other)
    select least(id, ${keptId}::uuid), greatest(id, ${keptId}::uuid) from others where id <> ${keptId}
        on conflict do nothing`.execute(tx);
}

/** Of two that wait for an answer in one coalition, the kept organisation's waits on. */
async function moveInvitations(tx: Kysely<Tables>, keptId: string, mergedId: string): Promise<void> {
  await sql`
    delete from coalition_invitation as double
     where double.organisation_id = ${mergedId} and double.state = 'PENDING'
       and exists (
         select from coalition_invitation as own
          where own.organisation_id = ${keptId} and own.state = 'PENDING' and own.coalition_id = double.coalition_id)`.execute(
    tx,
  );
  await sql`
    update coalition_invitation set organisation_id = ${keptId} where organisation_id = ${mergedId}`.execute(
    tx,
  );
}
