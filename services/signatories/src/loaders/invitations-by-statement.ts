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
import { isCoordinated } from './invitation-visibility.js';

const byName: Keyset = {
  columns: [
    { column: 'signing_invitation.name', type: 'text' },
    { column: 'signing_invitation.id', type: 'uuid' },
  ],
  direction: 'asc',
};

/** Who was invited to sign statements, for those who coordinate them; for everybody else nobody was. */
export function invitationsByStatement(
  reads: Reads<Tables>,
  rights: () => Promise<Rights>,
): PageSource<SigningInvitationState | null, InvitationRow & ChildRow, SigningInvitation> {
  const invitations = async (state: SigningInvitationState | null) =>
    reads
      .selectFrom('signing_invitation')
      .innerJoin('known_statement', 'known_statement.id', 'signing_invitation.statement_id')
      .where(isCoordinated(await rights()))
      .where(state === null ? sql<boolean>`true` : sql<boolean>`${invitationState} = ${state}`);
  return {
    name: 'invitations to sign a statement',
    keyOf: ({ name, id }) => [name, id],
    nodeOf: invitationOf,
    async rows({ parents, filter, after, size }) {
      const visible = (await invitations(filter)).select(invitationColumns);
      return pagesByParent(reads, parents, (parent) =>
        pageOf(visible.where('signing_invitation.statement_id', '=', parent), byName, after, size),
      );
    },
    async counts(parents, filter) {
      return (await invitations(filter))
        .where('signing_invitation.statement_id', '=', (eb) => eb.fn.any(eb.val(parents)))
        .groupBy('signing_invitation.statement_id')
        .select(['signing_invitation.statement_id as parent', sql<number>`count(*)::int`.as('count')])
        .execute();
    },
  };
}
