import {
  type Command,
  DateScalar,
  InvalidInput,
  isUuid,
  type Refusal,
  refuse,
} from '@coalition-hub/subgraph';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { CoalitionRecord } from '../entities/coalition-record.js';
import { RoleTermRecord } from '../entities/role-term-record.js';
import type { Tables } from '../entities/tables.js';
import { canCoordinate } from '../policies/can-coordinate.js';
import { RoleTermOverlaps } from '../types/coalition-life-refusals.js';
import { CoalitionRole } from '../types/role-term.js';
import { requireMembership } from './require-membership.js';
import { requireOrganisation } from './require-organisation.js';

@InputType({ description: 'A member to appoint to a role of its coalition.' })
export class AppointToRoleInput {
  @Field(() => ID, { description: 'The coalition.' })
  coalitionId!: string;

  @Field(() => ID, { description: 'The organisation; a member on all days of the term.' })
  organisationId!: string;

  @Field(() => CoalitionRole, { description: 'The role.' })
  role!: CoalitionRole;

  @Field(() => DateScalar, { nullable: true, description: 'First day; today (UTC) if left out.' })
  since?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day; no end is known if left out.' })
  until?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Makes a repeat with the same input harmless, for 30 days; 8 to 200 characters.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The organisation has the role.' })
export class AppointToRoleSuccess {
  roleTermId!: string;
}

export const appointToRole: Command<Tables, AppointToRoleInput, CoalitionRecord, AppointToRoleSuccess> = {
  name: 'appointToRole',
  subject: 'coalition',
  success: AppointToRoleSuccess,
  load: async ({ em }, { coalitionId }) =>
    isUuid(coalitionId) ? em.findOne(CoalitionRecord, coalitionId) : null,
  policy: (rights, { id }) => canCoordinate(rights, { coalitionId: id }),
  async change(scope, { id: coalitionId }, input) {
    const organisation = await requireOrganisation(scope, input.organisationId);
    const since = input.since ?? (await scope.now()).slice(0, 10);
    const until = input.until ?? null;
    if (until !== null && until < since)
      refuse(new InvalidInput('until', '"until" must not be before "since".'));
    const term = { coalitionId, organisationId: organisation.id, role: input.role, since, until };
    await requireMembership(scope, term);
    const id = scope.newId('role term');
    scope.em.persist(Object.assign(new RoleTermRecord(), { id, ...term }));
    await scope.flush(overlaps);
    scope.emit({ type: 'ROLE_TERM_STARTED', subject: id, data: { roleTermId: id, ...term } });
    return Object.assign(new AppointToRoleSuccess(), { roleTermId: id });
  },
};

const overlaps: Readonly<Record<string, () => Refusal>> = {
  role_term_once: () =>
    new RoleTermOverlaps('This organisation has this role on some of these days already.'),
  role_term_one_chair: () => new RoleTermOverlaps('The coalition has a chair on some of these days.'),
  role_term_chair_or_co_chairs: () =>
    new RoleTermOverlaps(
      'The coalition has a chair or co-chairs on some of these days, and cannot have both.',
    ),
};
