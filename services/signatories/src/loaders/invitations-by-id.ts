import { type Reads, type Rights, rowsByKey } from '@coalition-hub/subgraph';
import DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import { invitationColumns, invitationOf } from './invitation-row.js';
import { isCoordinated, isOfOwnOrganisation } from './invitation-visibility.js';

/** Invitations to sign that the viewer may see, from either side. */
export function invitationsById(reads: Reads<Tables>, rights: () => Promise<Rights>) {
  return new DataLoader(async (ids: readonly string[]) => {
    const viewer = await rights();
    const rows = await reads
      .selectFrom('signing_invitation')
      .innerJoin('known_statement', 'known_statement.id', 'signing_invitation.statement_id')
      .select(invitationColumns)
      .where('signing_invitation.id', '=', (eb) => eb.fn.any(eb.val(ids)))
      .where(sql<boolean>`(${isCoordinated(viewer)} or ${isOfOwnOrganisation(viewer)})`)
      .execute();
    return rowsByKey(ids, rows.map(invitationOf), ({ id }) => id);
  });
}
