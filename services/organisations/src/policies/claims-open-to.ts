import type { Rights } from '@coalition-hub/subgraph';
import { type RawBuilder, sql } from 'kysely';
import { coalitionPermissions } from './coalition-permissions.js';

/**
 * Which claims exist for somebody who decides on them, as a condition on `organisation_claim`. One by mailbox that is
 * not confirmed may be anybody's idea: nobody but the mailbox's owner is told. Coordinators see what waits for them and
 * what they have answered: whether somebody administers an organisation is not theirs to know.
 */
export function isClaimOpenTo(rights: Rights): RawBuilder<boolean> {
  const administered = rights.mandates
    .filter(({ scopes }) => scopes.includes('ADMINISTER'))
    .map(({ organisationId }) => organisationId);
  const coordinated = rights.coalitionsAs(coalitionPermissions['decide on requests for mandates of members']);
  return sql<boolean>`(
    (organisation_claim.way = 'REQUEST' or organisation_claim.state <> 'PENDING')
    and (
      ${rights.administrator}::boolean
      or organisation_claim.organisation_id = any (${administered}::uuid[])
      or (organisation_claim.way = 'REQUEST'
          and (organisation_claim.state = 'PENDING' or organisation_claim.answered_by = ${rights.personId})
          and exists (
        select from membership
         where membership.organisation_id = organisation_claim.organisation_id
           and membership.coalition_id = any (${coordinated}::uuid[])
           and membership.joined_on <= (hub_now() at time zone 'UTC')::date
           and (membership.ended_on is null or membership.ended_on >= (hub_now() at time zone 'UTC')::date)))))`;
}
