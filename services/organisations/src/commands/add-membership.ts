import { type CommandScope, InvalidInput } from '@coalition-hub/subgraph';
import { MembershipRecord } from '../entities/membership-record.js';
import type { Tables } from '../entities/tables.js';
import type { MembershipRole } from '../types/membership.js';
import { MembershipOverlaps } from '../types/refusals.js';

export interface NewMembership {
  readonly coalitionId: string;
  readonly organisationId: string;
  readonly role: MembershipRole;
  readonly joinedOn: string;
  readonly endedOn: string | null;
}

/** Makes an organisation a member, and tells so. @returns the membership's id */
export async function addMembership(scope: CommandScope<Tables>, stay: NewMembership): Promise<string> {
  const id = scope.newId('membership');
  scope.em.persist(Object.assign(new MembershipRecord(), { id, ...stay }));
  await scope.flush({
    membership_overlap: () => new MembershipOverlaps(),
    membership_days: () => new InvalidInput('endedOn', '"endedOn" must not be before "joinedOn".'),
  });
  const { coalitionId, organisationId, role, joinedOn, endedOn } = stay;
  const told = { membershipId: id, coalitionId, organisationId };
  scope.emit({ type: 'MEMBER_ADMITTED', subject: id, data: { ...told, role, joinedOn } });
  if (endedOn !== null) scope.emit({ type: 'MEMBERSHIP_ENDED', subject: id, data: { ...told, endedOn } });
  return id;
}
