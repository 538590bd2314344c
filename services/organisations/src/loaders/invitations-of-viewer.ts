import { type CursorSealer, pageOf, type Reads, type Rights, rootPage } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import type { InvitationsArgs } from '../types/invitations-args.js';
import { invitationColumns, newestFirst, openInvitations, placeOf } from './invitation-row.js';

/** Invitations that organisations received for which the viewer holds a mandate, newest first. */
export function invitationsOfViewer(
  reads: Reads<Tables>,
  rights: Rights,
  sealer: CursorSealer,
  args: InvitationsArgs,
) {
  const choice = { state: args.state ?? null };
  const organisations = rights.mandates.map(({ organisationId }) => organisationId);
  const received = openInvitations(reads, rights, choice).where(
    sql<boolean>`coalition_invitation.organisation_id = any (${organisations}::uuid[])`,
  );
  return rootPage(
    {
      sealer,
      order: { list: JSON.stringify(['received-invitations', rights.personId, choice]), keyOf: placeOf },
      nodeOf: (row) => row,
      rows: (after, size) => pageOf(received.select(invitationColumns), newestFirst, after, size).execute(),
      count: async () => {
        const count = sql<number>`count(*)::int`.as('count');
        return (await received.select(count).executeTakeFirstOrThrow()).count;
      },
    },
    args,
  );
}
