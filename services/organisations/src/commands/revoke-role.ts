import { type Command, type CommandScope, forbidden, isUuid, refuse } from '@coalition-hub/subgraph';
import { LockMode } from '@mikro-orm/core';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { RoleRecord } from '../entities/role-record.js';
import type { Tables } from '../entities/tables.js';
import { canGrantRole } from '../policies/can-grant-role.js';
import { LastAdministrator } from '../types/access-refusals.js';
import { AlreadyEnded } from '../types/refusals.js';
import { PersonRole } from '../types/viewer.js';

@InputType({ description: 'A role to take away.' })
export class RevokeRoleInput {
  @Field(() => ID, { description: 'The role as it was granted.' })
  roleId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Makes a repeat with the same input harmless, for 30 days; 8 to 200 characters.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The person holds the role no more.' })
export class RevokeRoleSuccess {
  roleId!: string;
}

export const revokeRole: Command<Tables, RevokeRoleInput, RoleRecord, RevokeRoleSuccess> = {
  name: 'revokeRole',
  subject: 'role',
  success: RevokeRoleSuccess,
  async load(scope, { roleId }) {
    const found = isUuid(roleId) ? await scope.em.findOne(RoleRecord, roleId) : null;
    // Whether an id is that of somebody's role is for those to know who may take it away.
    if (found === null ? !scope.rights.administrator : !canGrantRole(scope.rights, found)) throw forbidden();
    if (found?.role === PersonRole.ADMINISTRATOR) await requireAdministrators(scope, found);
    const lockMode = LockMode.PESSIMISTIC_WRITE;
    return found && scope.em.findOne(RoleRecord, roleId, { lockMode, refresh: true });
  },
  policy: canGrantRole,
  async change(scope, role) {
    if (role.revokedAt !== null) refuse(new AlreadyEnded('role'));
    role.revokedAt = await scope.now();
    const { id, personId, coalitionId } = role;
    scope.emit({
      type: 'ROLE_REVOKED',
      subject: id,
      data: { roleId: id, personId, coalitionId, role: role.role },
    });
    return Object.assign(new RevokeRoleSuccess(), { roleId: id });
  },
};

/**
 * Of two who take the whole hub from each other, one comes too late: who administers it is read from the roles
 * themselves, locked in one order. The owner of the machine, who is no person, can make another one at any time.
 */
async function requireAdministrators(scope: CommandScope<Tables>, role: RoleRecord): Promise<void> {
  const { personId } = scope.rights;
  if (personId === null) return;
  const left = await scope.em.find(
    RoleRecord,
    { role: PersonRole.ADMINISTRATOR, revokedAt: null },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
  );
  if (!left.some((held) => held.personId === personId)) throw forbidden();
  if (left.every(({ id }) => id === role.id)) refuse(new LastAdministrator('hub'));
}
