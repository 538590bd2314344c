import { IdempotencyKeyReused, InvalidInput, NotFound } from '@coalition-hub/subgraph';
import { createUnionType } from 'type-graphql';
import { AdmitMemberSuccess } from '../commands/admit-member.js';
import { CreateCoalitionSuccess } from '../commands/create-coalition.js';
import { EndMembershipSuccess } from '../commands/end-membership.js';
import { GrantMandateSuccess } from '../commands/grant-mandate.js';
import { GrantRoleSuccess } from '../commands/grant-role.js';
import { RegisterOrganisationSuccess } from '../commands/register-organisation.js';
import { RevokeMandateSuccess } from '../commands/revoke-mandate.js';
import { RevokeRoleSuccess } from '../commands/revoke-role.js';
import { LastAdministrator } from './access-refusals.js';
import { AlreadyEnded, AlreadyRegistered, MembershipOverlaps, RoleHeld } from './refusals.js';

export const RegisterOrganisationResult = createUnionType({
  name: 'RegisterOrganisationResult',
  description: 'What came of registering an organisation.',
  types: () =>
    [RegisterOrganisationSuccess, AlreadyRegistered, InvalidInput, NotFound, IdempotencyKeyReused] as const,
});

export const CreateCoalitionResult = createUnionType({
  name: 'CreateCoalitionResult',
  description: 'What came of creating a coalition.',
  types: () => [CreateCoalitionSuccess, InvalidInput, IdempotencyKeyReused] as const,
});

export const AdmitMemberResult = createUnionType({
  name: 'AdmitMemberResult',
  description: 'What came of admitting a member.',
  types: () =>
    [AdmitMemberSuccess, MembershipOverlaps, InvalidInput, NotFound, IdempotencyKeyReused] as const,
});

export const EndMembershipResult = createUnionType({
  name: 'EndMembershipResult',
  description: 'What came of ending a membership.',
  types: () => [EndMembershipSuccess, AlreadyEnded, InvalidInput, NotFound, IdempotencyKeyReused] as const,
});

export const GrantRoleResult = createUnionType({
  name: 'GrantRoleResult',
  description: 'What came of granting a role.',
  types: () => [GrantRoleSuccess, RoleHeld, InvalidInput, NotFound, IdempotencyKeyReused] as const,
});

export const RevokeRoleResult = createUnionType({
  name: 'RevokeRoleResult',
  description: 'What came of revoking a role.',
  types: () =>
    [
      RevokeRoleSuccess,
      AlreadyEnded,
      LastAdministrator,
      InvalidInput,
      NotFound,
      IdempotencyKeyReused,
    ] as const,
});

export const GrantMandateResult = createUnionType({
  name: 'GrantMandateResult',
  description: 'What came of granting a mandate.',
  types: () => [GrantMandateSuccess, InvalidInput, NotFound, IdempotencyKeyReused] as const,
});

export const RevokeMandateResult = createUnionType({
  name: 'RevokeMandateResult',
  description: 'What came of revoking a mandate.',
  types: () =>
    [
      RevokeMandateSuccess,
      AlreadyEnded,
      LastAdministrator,
      InvalidInput,
      NotFound,
      IdempotencyKeyReused,
    ] as const,
});
