import { type Reads, type Rights, rowsByKey } from '@coalition-hub/subgraph';
import DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import { openRevisions } from './open-revisions.js';
import { revisionColumns } from './revision-columns.js';

export interface RevisionNumber {
  readonly statementId: string;
  readonly number: number;
}

const keyOf = ({ statementId, number }: RevisionNumber) => `${statementId} ${number}`;

/** Null for what does not exist and for what is not open to the viewer. */
export function revisionsByNumber(reads: Reads<Tables>, rights: () => Promise<Rights>) {
  return new DataLoader(
    async (asked: readonly RevisionNumber[]) => {
      const statements = asked.map(({ statementId }) => statementId);
      const numbers = asked.map(({ number }) => number);
      const rows = await openRevisions(reads, await rights())
        .select(revisionColumns)
        .where(
          sql<boolean>`(revision.statement_id, revision.number) in
            (select * from unnest(${statements}::uuid[], ${numbers}::int[]))`,
        )
        .execute();
      return rowsByKey(asked.map(keyOf), rows, keyOf);
    },
    { cacheKeyFn: keyOf },
  );
}
