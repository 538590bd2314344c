import type { CommandScope } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import { MembershipRole } from '../types/membership.js';
import type { PrintedBody } from './printed-body.js';

interface Stay {
  readonly id: string;
  readonly organisationId: string;
  readonly joinedOn: string;
}

/** Rows per statement of SQL. */
const batch = 1_000;

/**
 * Makes organisations members from their day on, where they are not yet: who is one then or later is left alone.
 * @returns how many joined
 */
export async function admitBodies(
  scope: CommandScope<Tables>,
  coalitionId: string,
  bodies: readonly PrintedBody[],
  organisationIds: readonly string[],
): Promise<number> {
  const today = (await scope.now()).slice(0, 10);
  const days = new Map<string, string>();
  for (const [index, id] of organisationIds.entries())
    if (!days.has(id)) days.set(id, bodies[index]?.joinedOn ?? today);
  const stays = [...days].map(([organisationId, joinedOn]) => ({
    id: scope.newId('membership'),
    organisationId,
    joinedOn,
  }));
  let admitted = 0;
  for (let from = 0; from < stays.length; from += batch)
    admitted += await admit(scope, coalitionId, stays.slice(from, from + batch));
  return admitted;
}

async function admit(
  scope: CommandScope<Tables>,
  coalitionId: string,
  stays: readonly Stay[],
): Promise<number> {
  const role = MembershipRole.MEMBER;
  const { rows } = await sql<{ id: string }>`
    insert into membership (id, coalition_id, organisation_id, role, joined_on)
    select stay.id, ${coalitionId}, stay."organisationId", ${role}, stay."joinedOn"
      from jsonb_to_recordset(${JSON.stringify(stays)}::jsonb)
        as stay (id uuid, "organisationId" uuid, "joinedOn" date)
     where not exists (
       select from membership as known
        where known.coalition_id = ${coalitionId} and known.organisation_id = stay."organisationId"
          and daterange(known.joined_on, known.ended_on, '[]') && daterange(stay."joinedOn", null, '[]'))
    on conflict do nothing
    returning id`.execute(scope.sql);
  const ids = new Set(rows.map(({ id }) => id));
  for (const { id, organisationId, joinedOn } of stays.filter((stay) => ids.has(stay.id))) {
    const data = { membershipId: id, coalitionId, organisationId, role, joinedOn };
    scope.emit({ type: 'MEMBER_ADMITTED', subject: id, data });
  }
  return ids.size;
}
