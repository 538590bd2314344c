import type { Reads } from '@coalition-hub/subgraph';
import DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import { allStatements } from '../loaders/statement-row.js';
import { isConsultedPerson } from '../policies/is-consulted.js';
import { isConsultedUpdate } from '../policies/is-consulted-update.js';
import { isInsidePerson } from '../policies/is-insider.js';
import { isPublic } from '../policies/is-open-to.js';
import { isPublicUpdate } from '../policies/is-public-update.js';

export interface UpdateReader {
  readonly sequence: number;
  /** `null`: signed out. */
  readonly personId: string | null;
}

/** Whether a reader may have an update, or may not though the statement is open to it. */
export type UpdateAccess = 'READABLE' | 'HIDDEN' | 'STATEMENT_NOT_OPEN';

const keyOf = ({ sequence, personId }: UpdateReader) => `${sequence} ${personId ?? ''}`;

/**
 * What a person may have right now; one SQL statement for all who ask at the same time. Nothing is remembered: rights
 * may be taken away between two updates.
 */
export function updateAccess(reads: Reads<Tables>): DataLoader<UpdateReader, UpdateAccess, string> {
  return new DataLoader<UpdateReader, UpdateAccess, string>(
    async (asked) => {
      const rows = await whereOpen(reads, asked);
      const readable = new Map(rows.map((row) => [keyOf(row), row.readable]));
      return asked.map((reader) => accessOf(readable.get(keyOf(reader))));
    },
    { cache: false },
  );
}

/** @param readable undefined: the statement is not open to the reader */
function accessOf(readable: boolean | undefined): UpdateAccess {
  if (readable === undefined) return 'STATEMENT_NOT_OPEN';
  return readable ? 'READABLE' : 'HIDDEN';
}

function whereOpen(reads: Reads<Tables>, asked: readonly UpdateReader[]) {
  const sequences = asked.map(({ sequence }) => sequence);
  const persons = asked.map(({ personId }) => personId);
  const personId = sql.ref<string | null>('asked.personId');
  const inside = isInsidePerson(personId);
  const consulted = isConsultedPerson(personId);
  return allStatements(reads)
    .innerJoin('statement_update', 'statement_update.statement_id', 'statement.id')
    .innerJoin(
      sql<UpdateReader>`(
        select distinct sequence, person_id as "personId"
          from unnest(${sequences}::float8[], ${persons}::text[]) as reader (sequence, person_id))`.as(
        'asked',
      ),
      (join) => join.on(sql<boolean>`asked.sequence::bigint = statement_update.sequence`),
    )
    .where(sql<boolean>`(${isPublic} or ${inside} or ${consulted})`)
    .select([
      'asked.sequence',
      'asked.personId',
      sql<boolean>`(${isPublicUpdate} or ${inside} or (${consulted} and ${isConsultedUpdate}))`.as(
        'readable',
      ),
    ])
    .execute();
}
