import { type Reads, rowsByKey } from '@coalition-hub/subgraph';
import DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import { revisionColumns } from './revision-columns.js';

export interface RevisionNumber {
  readonly statementId: string;
  readonly number: number;
}

const keyOf = ({ statementId, number }: RevisionNumber) => `${statementId} ${number}`;

/** Revisions of statements that the viewer has been shown. */
export function revisionsByNumber(reads: Reads<Tables>) {
  return new DataLoader(
    async (asked: readonly RevisionNumber[]) => {
      const statements = asked.map(({ statementId }) => statementId);
      const numbers = asked.map(({ number }) => number);
      const rows = await reads
        .selectFrom('revision')
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
