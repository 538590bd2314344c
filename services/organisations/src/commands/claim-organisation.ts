import {
  type Command,
  type CommandScope,
  InvalidInput,
  isMailbox,
  type PersonHasher,
  refuse,
} from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { isWithin } from '../claiming/mailbox-domain.js';
import { ownDomain } from '../claiming/own-domain.js';
import type { OrganisationRecord } from '../entities/organisation-record.js';
import type { Tables } from '../entities/tables.js';
import { canClaim } from '../policies/can-claim.js';
import { TooManyClaims } from '../types/access-refusals.js';
import { ClaimWay } from '../types/claim.js';
import { requireRoomForClaim } from './claims-in-bounds.js';
import { daysAfter } from './days-after.js';
import { requireOrganisation } from './require-organisation.js';

const daysToConfirm = 7;

@InputType({ description: 'An organisation, and a mailbox at its own domain.' })
export class ClaimOrganisationInput {
  @Field(() => ID, { description: 'The organisation.' })
  organisationId!: string;

  @Field(() => String, {
    description:
      'A mailbox at the domain of the organisation’s website, or below it; only a keyed hash of it is kept.',
  })
  email!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Makes a repeat with the same input harmless, for 30 days; 8 to 200 characters.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({
  description:
    'The claim waits for whoever has the mailbox, who finds it when signed in with that. The same answer whether or not the organisation has been claimed.',
})
export class ClaimOrganisationSuccess {
  organisationId!: string;
  @Field(() => String, { description: 'Last day (UTC) on which it can be confirmed, `YYYY-MM-DD`.' })
  confirmBy!: string;
}

export function claimOrganisation(
  persons: PersonHasher,
): Command<Tables, ClaimOrganisationInput, OrganisationRecord, ClaimOrganisationSuccess> {
  return {
    name: 'claimOrganisation',
    subject: 'organisation',
    success: ClaimOrganisationSuccess,
    load: (scope, { organisationId }) => requireOrganisation(scope, organisationId),
    policy: canClaim,
    async change(scope, { id: organisationId, website }, { email }) {
      const domain = requireOwnMailbox(email, website);
      const personId = persons.personId(email);
      const claimedBy = scope.rights.personId ?? personId;
      await requireRoomForClaim(scope, claimedBy, ClaimWay.MAILBOX);
      const confirmBy = daysAfter((await scope.now()).slice(0, 10), daysToConfirm);
      const claimId = await keep(scope, { organisationId, personId, claimedBy, domain, confirmBy });
      scope.note({ claimId, about: personId });
      scope.emit({ type: 'CLAIM_MADE', subject: claimId, data: { claimId, organisationId, personId } });
      return Object.assign(new ClaimOrganisationSuccess(), { organisationId, confirmBy });
    },
  };
}

/** @returns the domain; all that decides is public */
function requireOwnMailbox(email: string, website: string | null): string {
  if (!isMailbox(email)) refuse(new InvalidInput('email', '"email" must be a mail address.'));
  const domain = ownDomain(website);
  if (domain !== null && isWithin(email, domain)) return domain;
  return refuse(
    new InvalidInput(
      'email',
      '"email" must be at the domain of the organisation’s website. Where that is no domain of its own, ask with requestMandate.',
    ),
  );
}

interface Claim {
  readonly organisationId: string;
  readonly personId: string;
  readonly claimedBy: string;
  readonly domain: string;
  readonly confirmBy: string;
}

/** One that waits already, whoever made it, waits on: nothing in the answer tells. */
async function keep(scope: CommandScope<Tables>, claim: Claim): Promise<string> {
  const { organisationId, personId, claimedBy, domain, confirmBy } = claim;
  const { rows } = await sql<{ id: string }>`
    insert into organisation_claim
      (id, organisation_id, person_id, claimed_by, way, state, domain, claimed_at, confirm_by)
    values (${scope.newId('claim')}, ${organisationId}, ${personId}, ${claimedBy}, 'MAILBOX', 'PENDING', ${domain},
            hub_now(), ${confirmBy})
        on conflict (organisation_id, person_id, way) where state = 'PENDING'
           do update set confirm_by = excluded.confirm_by, domain = excluded.domain
    returning id`.execute(scope.sql);
  return rows[0]?.id ?? refuse(new TooManyClaims());
}
