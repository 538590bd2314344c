import {
  type Command,
  InvalidInput,
  isMailbox,
  isUuid,
  type PersonHasher,
  refuse,
} from '@coalition-hub/subgraph';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { CoalitionRecord } from '../entities/coalition-record.js';
import { RoleRecord } from '../entities/role-record.js';
import type { Tables } from '../entities/tables.js';
import { canGrantRole, type GrantedRole } from '../policies/can-grant-role.js';
import { RoleHeld } from '../types/refusals.js';
import { PersonRole } from '../types/viewer.js';

@InputType({ description: 'A role to give to a person.' })
export class GrantRoleInput {
  @Field(() => String, { description: 'The person’s mailbox; only a keyed hash of it is kept.' })
  email!: string;

  @Field(() => PersonRole, { description: 'The role.' })
  role!: PersonRole;

  @Field(() => ID, {
    nullable: true,
    description: 'The coalition; left out for administrators.',
  })
  coalitionId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Makes a repeat with the same input harmless, for 30 days; 8 to 200 characters.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The person holds the role.' })
export class GrantRoleSuccess {
  roleId!: string;
}

/** @param persons names people by a keyed hash of their mailbox */
export function grantRole(
  persons: PersonHasher,
): Command<Tables, GrantRoleInput, GrantedRole, GrantRoleSuccess> {
  return {
    name: 'grantRole',
    subject: 'coalition',
    success: GrantRoleSuccess,
    async load({ em }, { coalitionId, role }) {
      if (coalitionId == null) return { coalitionId: null, role };
      const coalition = isUuid(coalitionId) ? await em.findOne(CoalitionRecord, coalitionId) : null;
      return coalition && { coalitionId: coalition.id, role };
    },
    policy: canGrantRole,
    async change(scope, { coalitionId }, { email, role }) {
      if (!isMailbox(email)) refuse(new InvalidInput('email', '"email" must be a mail address.'));
      if ((coalitionId === null) !== (role === PersonRole.ADMINISTRATOR)) {
        refuse(
          new InvalidInput(
            'coalitionId',
            'A role other than administrator needs a coalition, an administrator has none.',
          ),
        );
      }
      const personId = persons.personId(email);
      const id = scope.newId('role');
      scope.em.persist(Object.assign(new RoleRecord(), { id, personId, coalitionId, role, revokedAt: null }));
      await scope.flush({ role_once: () => new RoleHeld() });
      scope.emit({ type: 'ROLE_GRANTED', subject: id, data: { roleId: id, personId, coalitionId, role } });
      return Object.assign(new GrantRoleSuccess(), { roleId: id });
    },
  };
}
