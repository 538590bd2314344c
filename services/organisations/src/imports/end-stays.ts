import type { CommandScope } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import { endWithMembership } from '../commands/end-with-membership.js';
import type { Tables } from '../entities/tables.js';
import type { PrintedBody } from './printed-body.js';

interface EndedStay {
  readonly membershipId: string;
  readonly organisationId: string;
  readonly endedOn: string;
}

/** Rows per statement of SQL. */
const batch = 1_000;

/**
 * Ends memberships that had begun by the last day that a list tells, and have no end yet; one that has an end keeps it.
 * @returns how many ended
 */
export async function endStays(
  scope: CommandScope<Tables>,
  coalitionId: string,
  bodies: readonly PrintedBody[],
  organisationIds: readonly string[],
): Promise<number> {
  const ends = bodies.flatMap(({ stays }, index) =>
    stays.flatMap(({ endedOn }) =>
      endedOn === null ? [] : [{ organisationId: organisationIds[index] ?? '', endedOn }],
    ),
  );
  let ended = 0;
  for (let from = 0; from < ends.length; from += batch)
    ended += await endPart(scope, coalitionId, ends.slice(from, from + batch));
  return ended;
}

/** Of several ends that the list tells, the first one since the membership began is its own. */
async function endPart(
  scope: CommandScope<Tables>,
  coalitionId: string,
  ends: readonly Omit<EndedStay, 'membershipId'>[],
): Promise<number> {
  const { rows } = await sql<EndedStay>`
    with told as (
      select open.id, min(stay."endedOn") as "endedOn"
        from jsonb_to_recordset(${JSON.stringify(ends)}::jsonb) as stay ("organisationId" uuid, "endedOn" date)
        join membership as open on open.organisation_id = stay."organisationId"
       where open.coalition_id = ${coalitionId} and open.ended_on is null and open.joined_on <= stay."endedOn"
       group by open.id)
    update membership set ended_on = told."endedOn" from told where membership.id = told.id
    returning membership.id as "membershipId", membership.organisation_id as "organisationId",
              told."endedOn"::text as "endedOn"`.execute(scope.sql);
  for (const { membershipId, organisationId, endedOn } of rows) {
    const data = { membershipId, coalitionId, organisationId, endedOn };
    scope.emit({ type: 'MEMBERSHIP_ENDED', subject: membershipId, data });
    await endWithMembership(scope, { coalitionId, organisationId, endedOn });
  }
  return rows.length;
}
