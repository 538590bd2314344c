import type { Reads } from '@coalition-hub/subgraph';
import DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import { allStatements } from '../loaders/statement-row.js';
import { isOpenToPerson } from '../policies/is-open-to.js';

export interface DraftReader {
  readonly statementId: string;
  readonly personId: string;
}

const keyOf = ({ statementId, personId }: DraftReader) => `${statementId} ${personId}`;

/**
 * Whether a statement is open to a person right now; one SQL statement for all who ask at the same time. Nothing is
 * remembered: rights may be taken away between two updates.
 */
export function draftReaders(reads: Reads<Tables>): DataLoader<DraftReader, boolean, string> {
  return new DataLoader<DraftReader, boolean, string>(
    async (asked) => {
      const readers = new Set((await openTo(reads, asked)).map(keyOf));
      return asked.map((reader) => readers.has(keyOf(reader)));
    },
    { cache: false },
  );
}

function openTo(reads: Reads<Tables>, asked: readonly DraftReader[]) {
  const statements = asked.map(({ statementId }) => statementId);
  const persons = asked.map(({ personId }) => personId);
  return allStatements(reads)
    .innerJoin(
      sql<DraftReader>`(
        select distinct statement_id as "statementId", person_id as "personId"
          from unnest(${statements}::uuid[], ${persons}::text[]) as reader (statement_id, person_id))`.as(
        'asked',
      ),
      (join) => join.onRef('asked.statementId', '=', 'statement.id'),
    )
    .where(isOpenToPerson(sql.ref<string>('asked.personId')))
    .select(['asked.statementId', 'asked.personId'])
    .execute();
}
