import { type Reads, type Rights, rowsByKey } from '@coalition-hub/subgraph';
import DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import { openTranslations, translationColumns } from './open-translations.js';

export interface StatementLanguage {
  readonly statementId: string;
  /** BCP 47, canonical. */
  readonly language: string;
}

const keyOf = ({ statementId, language }: StatementLanguage) => `${statementId} ${language}`;

/** The translation to a language of the newest revision that has one; null where none is open to the viewer. */
export function translationsByLanguage(reads: Reads<Tables>, rights: () => Promise<Rights>) {
  return new DataLoader(
    async (asked: readonly StatementLanguage[]) => {
      const statements = asked.map(({ statementId }) => statementId);
      const languages = asked.map(({ language }) => language);
      const rows = await openTranslations(reads, await rights())
        .select(translationColumns)
        .select('revision.statement_id as statementId')
        .distinctOn(['revision.statement_id', 'translation.language'])
        .where(
          sql<boolean>`(revision.statement_id, translation.language) in
            (select * from unnest(${statements}::uuid[], ${languages}::text[]))`,
        )
        .orderBy('revision.statement_id')
        .orderBy('translation.language')
        .orderBy('revision.number', 'desc')
        .execute();
      return rowsByKey(asked.map(keyOf), rows, keyOf);
    },
    { cacheKeyFn: keyOf },
  );
}
