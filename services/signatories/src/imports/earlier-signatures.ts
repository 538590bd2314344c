import type { Reads } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import type { CleanRow } from './clean-row.js';

interface Earlier {
  readonly index: number;
  readonly stands: boolean;
}

/**
 * Which rows' signatories have signed the statement before: by `index`, whether a signature of theirs stands now.
 * People are compared as the index `signature_person_once` does.
 */
export async function earlierSignatures(
  db: Reads<Tables>,
  statementId: string,
  rows: readonly CleanRow[],
): Promise<ReadonlyMap<number, boolean>> {
  const { rows: earlier } = await sql<Earlier>`
    with asked as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as row(index integer, "organisationId" uuid, name text, capacity text)
    )
    select asked.index, bool_or(signature.status = 'SIGNED') as stands
      from asked
      join signature on signature.organisation_id = asked."organisationId"
     where signature.statement_id = ${statementId}
     group by asked.index
    union all
    select asked.index, bool_or(signature.status = 'SIGNED')
      from asked
      join signature on lower(signature.name) = lower(asked.name collate "und-x-icu")
       and lower(signature.capacity) = lower(asked.capacity collate "und-x-icu")
     where signature.statement_id = ${statementId}
       and asked."organisationId" is null and signature.organisation_id is null
     group by asked.index`.execute(db);
  return new Map(earlier.map(({ index, stands }) => [index, stands]));
}
