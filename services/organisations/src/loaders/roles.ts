import { type Reads, rowsByKey } from '@coalition-hub/subgraph';
import DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import type { PersonRole } from '../types/viewer.js';

const columns = ['id', sql<PersonRole>`role`.as('role'), 'coalition_id as coalitionId'] as const;

export function rolesById(reads: Reads<Tables>) {
  return new DataLoader(async (ids: readonly string[]) => {
    const rows = await reads
      .selectFrom('role')
      .select(columns)
      .where('id', '=', (eb) => eb.fn.any(eb.val(ids)))
      .execute();
    return rowsByKey(ids, rows, ({ id }) => id);
  });
}

/** The live roles of one person. */
export function rolesOfPerson(reads: Reads<Tables>, personId: string) {
  return reads
    .selectFrom('role')
    .select(columns)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .orderBy('role')
    .orderBy('id')
    .execute();
}
