import { type Command, DateScalar, InvalidInput, isUuid, refuse } from '@coalition-hub/subgraph';
import { LockMode } from '@mikro-orm/core';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { RoleTermRecord } from '../entities/role-term-record.js';
import type { Tables } from '../entities/tables.js';
import { canCoordinate } from '../policies/can-coordinate.js';
import { AlreadyEnded } from '../types/refusals.js';
import { hasEnded } from './has-ended.js';

@InputType({ description: 'A term in a role to end.' })
export class EndRoleTermInput {
  @Field(() => ID, { description: 'The term.' })
  roleTermId!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day; today (UTC) if left out.' })
  until?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Makes a repeat with the same input harmless, for 30 days; 8 to 200 characters.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The term has an end.' })
export class EndRoleTermSuccess {
  roleTermId!: string;
}

export const endRoleTerm: Command<Tables, EndRoleTermInput, RoleTermRecord, EndRoleTermSuccess> = {
  name: 'endRoleTerm',
  subject: 'role term',
  success: EndRoleTermSuccess,
  load: async ({ em }, { roleTermId }) =>
    isUuid(roleTermId)
      ? em.findOne(RoleTermRecord, roleTermId, { lockMode: LockMode.PESSIMISTIC_WRITE })
      : null,
  policy: canCoordinate,
  async change(scope, term, input) {
    const today = (await scope.now()).slice(0, 10);
    const lastDay = input.until ?? today;
    if (hasEnded(term.until, today, lastDay)) refuse(new AlreadyEnded('term'));
    term.until = lastDay;
    await scope.flush({
      role_term_days: () => new InvalidInput('until', '"until" must not be before the first day.'),
    });
    const { id, coalitionId, organisationId, role, until } = term;
    const data = { roleTermId: id, coalitionId, organisationId, role, until };
    scope.emit({ type: 'ROLE_TERM_ENDED', subject: id, data });
    return Object.assign(new EndRoleTermSuccess(), { roleTermId: id });
  },
};
