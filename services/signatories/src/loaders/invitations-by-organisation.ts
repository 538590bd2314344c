import {
  type ChildRow,
  type Keyset,
  type PageSource,
  pageOf,
  pagesByParent,
  type Reads,
  type Rights,
} from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import type { SigningInvitation, SigningInvitationState } from '../types/signing-invitation.js';
import { type InvitationRow, invitationColumns, invitationOf, invitationState } from './invitation-row.js';
import { isOfOwnOrganisation } from './invitation-visibility.js';

const newestFirst: Keyset = {
  columns: [
    { column: 'signing_invitation.invited_at', type: 'timestamptz' },
    { column: 'signing_invitation.id', type: 'uuid' },
  ],
  direction: 'desc',
};

/** What organisations were invited to sign, for those who may act for them; for everybody else nothing. */
export function invitationsByOrganisation(
  reads: Reads<Tables>,
  rights: () => Promise<Rights>,
): PageSource<SigningInvitationState | null, InvitationRow & ChildRow, SigningInvitation> {
  const invitations = async (state: SigningInvitationState | null) =>
    reads
      .selectFrom('signing_invitation')
      .where(isOfOwnOrganisation(await rights()))
      .where(state === null ? sql<boolean>`true` : sql<boolean>`${invitationState} = ${state}`);
  return {
    name: 'invitations of an organisation to sign',
    keyOf: ({ invitedAt, id }) => [invitedAt, id],
    nodeOf: invitationOf,
    async rows({ parents, filter, after, size }) {
      const visible = (await invitations(filter)).select(invitationColumns);
      return pagesByParent(reads, parents, (parent) =>
        pageOf(visible.where('signing_invitation.organisation_id', '=', parent), newestFirst, after, size),
      );
    },
    async counts(parents, filter) {
      return (await invitations(filter))
        .where('signing_invitation.organisation_id', '=', (eb) => eb.fn.any(eb.val(parents)))
        .groupBy('signing_invitation.organisation_id')
        .select(['signing_invitation.organisation_id as parent', sql<number>`count(*)::int`.as('count')])
        .execute();
    },
  };
}
