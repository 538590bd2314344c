import type { Emit, Unit } from '@coalition-hub/subgraph';
import type { Tables } from '../entities/tables.js';
import type { CoalitionRole } from '../types/role-term.js';
import type { WorkingGroupRole } from '../types/working-group.js';

/** Days as `YYYY-MM-DD`, both counted; null for no known end. */
interface Days {
  readonly since: string;
  readonly until: string | null;
}

export interface RoleTermSeed extends Days {
  readonly id: string;
  readonly coalitionId: string;
  readonly organisationId: string;
  readonly role: `${CoalitionRole}`;
}

export interface WorkingGroupSeed extends Days {
  readonly id: string;
  readonly coalitionId: string;
  readonly name: string;
  readonly purpose: string | null;
  readonly members: readonly WorkingGroupMemberSeed[];
}

export interface WorkingGroupMemberSeed extends Days {
  readonly id: string;
  readonly organisationId: string;
  readonly role: `${WorkingGroupRole}`;
}

export interface CoalitionLifeSeed {
  readonly roleTerms: readonly RoleTermSeed[];
  readonly workingGroups: readonly WorkingGroupSeed[];
}

/**
 * Enters roles and working groups of coalitions whose memberships were entered before, telling the other services what
 * commands would have told them. That the days lie within those of the memberships is up to the caller.
 */
export async function seedCoalitionLife(
  { sql }: Unit<Tables>,
  emit: Emit,
  { roleTerms, workingGroups }: CoalitionLifeSeed,
): Promise<void> {
  const terms = roleTerms.map(({ coalitionId, organisationId, ...term }) => ({
    ...term,
    coalition_id: coalitionId,
    organisation_id: organisationId,
  }));
  if (terms.length > 0) await sql.insertInto('role_term').values(terms).execute();
  for (const { id, ...term } of roleTerms) {
    emit({ type: 'ROLE_TERM_STARTED', subject: id, data: { roleTermId: id, ...term } });
  }
  for (const group of workingGroups) await seedWorkingGroup({ sql }, emit, group);
}

async function seedWorkingGroup(
  { sql }: Pick<Unit<Tables>, 'sql'>,
  emit: Emit,
  { members, id, coalitionId, name, purpose, since, until }: WorkingGroupSeed,
): Promise<void> {
  const group = { id, coalition_id: coalitionId, name, purpose, since, until };
  await sql.insertInto('working_group').values(group).execute();
  const data = { workingGroupId: id, coalitionId, name, since, until };
  emit({ type: 'WORKING_GROUP_CREATED', subject: id, data });
  const rows = members.map(({ organisationId, ...member }) => ({
    ...member,
    working_group_id: id,
    organisation_id: organisationId,
  }));
  if (rows.length > 0) await sql.insertInto('working_group_membership').values(rows).execute();
  for (const { id: workingGroupMembershipId, ...member } of members) {
    const told = { workingGroupMembershipId, workingGroupId: id, coalitionId, ...member };
    emit({ type: 'WORKING_GROUP_JOINED', subject: id, data: told });
  }
}
