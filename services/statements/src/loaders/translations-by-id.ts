import { isUuid, type Reads, type Rights, rowsByKey } from '@coalition-hub/subgraph';
import DataLoader from 'dataloader';
import type { Tables } from '../entities/tables.js';
import { openTranslations, translationColumns } from './open-translations.js';

/** Null for what does not exist and for what is not open to the viewer. */
export function translationsById(reads: Reads<Tables>, rights: () => Promise<Rights>) {
  return new DataLoader(async (ids: readonly string[]) => {
    const rows = await openTranslations(reads, await rights())
      .select(translationColumns)
      .where('translation.id', '=', (eb) => eb.fn.any(eb.val(ids.filter(isUuid))))
      .execute();
    return rowsByKey(ids, rows, ({ id }) => id);
  });
}
