import {
  type ChildRow,
  type PageSource,
  pageOf,
  pagesByParent,
  type Reads,
  type Rights,
} from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import type { CoalitionInvitation } from '../types/coalition-invitation.js';
import {
  type InvitationsChoice,
  invitationColumns,
  newestFirst,
  openInvitations,
  placeOf,
} from './invitation-row.js';

/**
 * Invitations that coalitions sent, newest first, for their coordinators. Others have lists as empty as those of a
 * coalition that never invited anybody; also who may see one of them as its receiver.
 */
export function invitationsByCoalition(
  reads: Reads<Tables>,
  rights: () => Promise<Rights>,
): PageSource<InvitationsChoice, CoalitionInvitation & ChildRow, CoalitionInvitation> {
  const sent = async (choice: InvitationsChoice) => {
    const held = await rights();
    const coordinated = [...held.coordinates];
    return openInvitations(reads, held, choice).where(
      sql<boolean>`coalition_invitation.coalition_id = any (${coordinated}::uuid[])`,
    );
  };
  return {
    name: 'invitations',
    keyOf: placeOf,
    nodeOf: (row) => row,
    async rows({ parents, filter, after, size }) {
      const invitations = await sent(filter);
      return pagesByParent(reads, parents, (parent) =>
        pageOf(
          invitations.where('coalition_invitation.coalition_id', '=', parent).select(invitationColumns),
          newestFirst,
          after,
          size,
        ),
      );
    },
    async counts(parents, filter) {
      return (await sent(filter))
        .where('coalition_invitation.coalition_id', '=', (eb) => eb.fn.any(eb.val(parents)))
        .groupBy('coalition_invitation.coalition_id')
        .select(['coalition_invitation.coalition_id as parent', sql<number>`count(*)::int`.as('count')])
        .execute();
    },
  };
}
