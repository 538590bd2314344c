import type { CursorValues, KeyColumn, Keyset } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import { SignatureOrder } from '../types/signature-order.js';
import type { SignatureRow } from './signature-row.js';

/** Where signatures are read from: current lists, or entries of a frozen one. */
export type SignatureTable = 'signature' | 'list_entry';

/** As in the index `signature_by_country`: no country has this code, so what has none comes last. */
export const noCountry = 'ZZ';

const idOf = { signature: 'signature.id', list_entry: 'list_entry.signature_id' } as const;

/** The order of a list. Indexes serve all three of the current one; another collation has to be sorted for. */
export function signatureKeyset(
  table: SignatureTable,
  order: SignatureOrder,
  collation: string | null,
): Keyset {
  const name: KeyColumn = { column: nameIn(table, collation), type: 'text' };
  const id: KeyColumn = { column: idOf[table], type: 'uuid' };
  return { columns: [...leading[order](table), name, id], direction: 'asc' };
}

/** The values of a row in the columns of its keyset. */
export const signatureKey: Readonly<Record<SignatureOrder, (row: SignatureRow) => CursorValues>> = {
  [SignatureOrder.NAME]: ({ name, id }) => [name, id],
  [SignatureOrder.COUNTRY]: ({ country, name, id }) => [country ?? noCountry, name, id],
  [SignatureOrder.DATE]: ({ signedOn, name, id }) => [signedOn, name, id],
};

const leading: Readonly<Record<SignatureOrder, (table: SignatureTable) => readonly KeyColumn[]>> = {
  [SignatureOrder.NAME]: () => [],
  [SignatureOrder.COUNTRY]: (table) => [
    { column: sql`coalesce(${sql.ref(`${table}.country`)}, ${sql.lit(noCountry)})`, type: 'text' },
  ],
  [SignatureOrder.DATE]: (table) => [{ column: `${table}.signed_on`, type: 'date' }],
};

function nameIn(table: SignatureTable, collation: string | null): KeyColumn['column'] {
  return collation === null
    ? `${table}.name`
    : sql`${sql.ref(`${table}.name`)} collate ${sql.id('pg_catalog', collation)}`;
}
