import { type Command, forbidden, isUuid, refuse } from '@coalition-hub/subgraph';
import { LockMode } from '@mikro-orm/core';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { RoleRecord } from '../entities/role-record.js';
import type { Tables } from '../entities/tables.js';
import { canAdminister } from '../policies/can-administer.js';
import { AlreadyEnded } from '../types/refusals.js';

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
  async load({ em, rights }, { roleId }) {
    // Before looking: whether an id is that of somebody's role is for administrators to know.
    if (!canAdminister(rights)) throw forbidden();
    if (!isUuid(roleId)) return null;
    return em.findOne(RoleRecord, roleId, { lockMode: LockMode.PESSIMISTIC_WRITE });
  },
  policy: canAdminister,
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
