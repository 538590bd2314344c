import { groupsByKey, type Reads, type Rights } from '@coalition-hub/subgraph';
import DataLoader from 'dataloader';
import type { Tables } from '../entities/tables.js';
import { openTranslations, translationColumns } from './open-translations.js';

/** Translations of revisions, by language. */
export function translationsByRevision(reads: Reads<Tables>, rights: () => Promise<Rights>) {
  return new DataLoader(async (revisionIds: readonly string[]) => {
    const rows = await openTranslations(reads, await rights())
      .select(translationColumns)
      .where('revision.id', '=', (eb) => eb.fn.any(eb.val(revisionIds)))
      .orderBy('translation.language')
      .execute();
    return groupsByKey(revisionIds, rows, ({ revisionId }) => revisionId);
  });
}
