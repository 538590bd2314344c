import type { CommandScope } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import { MembershipRole } from '../types/membership.js';
import type { PrintedBody } from './printed-body.js';

interface NewStay {
  readonly id: string;
  readonly organisationId: string;
  readonly joinedOn: string;
  readonly endedOn: string | null;
}

/** Rows per statement of SQL. */
const batch = 1_000;

/**
 * Makes organisations members for their stays, where they are not yet: who is one in that time, or where a stay goes on
 * later, is left alone.
 * @returns how many stays began
 */
export async function admitBodies(
  scope: CommandScope<Tables>,
  coalitionId: string,
  bodies: readonly PrintedBody[],
  organisationIds: readonly string[],
): Promise<number> {
  const today = (await scope.now()).slice(0, 10);
  const stays = bodies.flatMap((body, index) => staysOf(scope, body, organisationIds[index] ?? '', today));
  let admitted = 0;
  for (let from = 0; from < stays.length; from += batch)
    admitted += await admit(scope, coalitionId, stays.slice(from, from + batch));
  return admitted;
}

/** Of a stay without a first day, only the end is known. */
function staysOf(
  scope: CommandScope<Tables>,
  body: PrintedBody,
  organisationId: string,
  today: string,
): NewStay[] {
  return body.stays.flatMap(({ joinedOn, endedOn }) =>
    joinedOn === null && endedOn !== null
      ? []
      : [{ id: scope.newId('membership'), organisationId, joinedOn: joinedOn ?? today, endedOn }],
  );
}

/** Of two rows that overlap, the first one wins: two bodies of a list may turn out to be one organisation. */
async function admit(
  scope: CommandScope<Tables>,
  coalitionId: string,
  stays: readonly NewStay[],
): Promise<number> {
  const role = MembershipRole.MEMBER;
  const { rows } = await sql<{ id: string }>`
    insert into membership (id, coalition_id, organisation_id, role, joined_on, ended_on)
    select stay.id, ${coalitionId}, stay."organisationId", ${role}, stay."joinedOn", stay."endedOn"
      from jsonb_to_recordset(${JSON.stringify(stays)}::jsonb)
        as stay (id uuid, "organisationId" uuid, "joinedOn" date, "endedOn" date)
     where not exists (
       select from membership as known
        where known.coalition_id = ${coalitionId} and known.organisation_id = stay."organisationId"
          and daterange(known.joined_on, known.ended_on, '[]') && daterange(stay."joinedOn", stay."endedOn", '[]'))
    on conflict do nothing
    returning id`.execute(scope.sql);
  const ids = new Set(rows.map(({ id }) => id));
  for (const { id, organisationId, joinedOn, endedOn } of stays.filter((stay) => ids.has(stay.id))) {
    const told = { membershipId: id, coalitionId, organisationId };
    scope.emit({ type: 'MEMBER_ADMITTED', subject: id, data: { ...told, role, joinedOn } });
    if (endedOn !== null) scope.emit({ type: 'MEMBERSHIP_ENDED', subject: id, data: { ...told, endedOn } });
  }
  return ids.size;
}
