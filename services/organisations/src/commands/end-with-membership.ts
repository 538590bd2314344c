import type { CommandScope } from '@coalition-hub/subgraph';
import { type RawBuilder, sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import { cutDays } from './cut-days.js';

export interface EndedMembership {
  readonly coalitionId: string;
  readonly organisationId: string;
  /** Last day. */
  readonly endedOn: string;
}

interface UncoveredRow {
  readonly id: string;
  readonly since: string;
}

/**
 * What only a member may do ends with the membership: roles of the coalition, places in its working groups. Must come
 * after the membership was written, and while it is locked.
 */
export async function endWithMembership(scope: CommandScope<Tables>, ended: EndedMembership): Promise<void> {
  await endRoleTerms(scope, ended);
  await leaveWorkingGroups(scope, ended);
}

async function endRoleTerms(scope: CommandScope<Tables>, ended: EndedMembership): Promise<void> {
  const { coalitionId, organisationId, endedOn } = ended;
  const { rows } = await sql<UncoveredRow & { role: string }>`
    select id, role, since from role_term as held
     where coalition_id = ${coalitionId} and organisation_id = ${organisationId} and ${isUncovered(ended)}
     order by id for update`.execute(scope.sql);
  for (const { id, role, since } of rows) {
    const until = await cutDays(scope.sql, 'role_term', { id, since }, endedOn);
    const data = { roleTermId: id, coalitionId, organisationId, role, until };
    scope.emit({ type: 'ROLE_TERM_ENDED', subject: id, data });
  }
}

async function leaveWorkingGroups(scope: CommandScope<Tables>, ended: EndedMembership): Promise<void> {
  const { coalitionId, organisationId, endedOn } = ended;
  const { rows } = await sql<UncoveredRow & { workingGroupId: string }>`
    select held.id, held.working_group_id as "workingGroupId", held.since
      from working_group_membership as held
      join working_group on working_group.id = held.working_group_id
     where working_group.coalition_id = ${coalitionId} and held.organisation_id = ${organisationId}
       and ${isUncovered(ended)}
     order by held.id for update of held`.execute(scope.sql);
  for (const { id, workingGroupId, since } of rows) {
    const until = await cutDays(scope.sql, 'working_group_membership', { id, since }, endedOn);
    const data = { workingGroupMembershipId: id, workingGroupId, coalitionId, organisationId, until };
    scope.emit({ type: 'WORKING_GROUP_LEFT', subject: workingGroupId, data });
  }
}

/** Whether the organisation is no member on some of the days of a row called `held`. */
function isUncovered({ coalitionId, organisationId }: EndedMembership): RawBuilder<boolean> {
  return sql<boolean>`
    not (daterange(held.since, held.until, '[]') <@ (
      select range_agg(daterange(joined_on, ended_on, '[]')) from membership
       where membership.coalition_id = ${coalitionId} and membership.organisation_id = ${organisationId}))`;
}
