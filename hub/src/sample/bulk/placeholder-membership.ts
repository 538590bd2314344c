import type { MembershipSeed } from '@coalition-hub/organisations';
import { Draws } from './draws.js';
import { placeholderOrganisation } from './placeholder-organisation.js';
import type { StatementSetting } from './placeholder-statement.js';

const dayMs = 86_400_000;

/** The days before now on which placeholders joined. */
const days = 1_800;

const roles = ['MEMBER', 'MEMBER', 'MEMBER', 'MEMBER', 'OBSERVER'];

/** The membership of the organisation with this number. */
export function placeholderMembership(
  { seed, coalitionId, now }: StatementSetting,
  index: number,
): MembershipSeed {
  const draws = new Draws(seed, 'membership', index);
  return {
    id: draws.id,
    coalitionId,
    organisationId: placeholderOrganisation(seed, index).id,
    role: draws.favouringFirst(roles),
    joinedOn: new Date(Date.parse(now) - draws.below(days) * dayMs).toISOString().slice(0, 10),
  };
}
