import { isUuid, type Reads, type Rights, rowsByKey } from '@coalition-hub/subgraph';
import DataLoader from 'dataloader';
import type { Tables } from '../entities/tables.js';
import { invitationColumns, openInvitations } from './invitation-row.js';

/** Null for what does not exist or is not open to the viewer. */
export function invitationsById(reads: Reads<Tables>, rights: () => Promise<Rights>) {
  return new DataLoader(async (ids: readonly string[]) => {
    const rows = await openInvitations(reads, await rights(), { state: null })
      .select(invitationColumns)
      .where('coalition_invitation.id', '=', (eb) => eb.fn.any(eb.val(ids.filter(isUuid))))
      .execute();
    return rowsByKey(ids, rows, ({ id }) => id);
  });
}
