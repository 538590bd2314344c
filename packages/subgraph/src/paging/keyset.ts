import { type Expression, type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';
import type { CursorValues } from './cursor.js';

/** A column of the order, with the cast its values need when they come back out of a cursor. */
export interface KeyColumn {
  /** Its name, or an expression such as a column in another collation. */
  readonly column: string | Expression<unknown>;
  readonly type: 'uuid' | 'text' | 'date' | 'timestamptz' | 'bigint' | 'integer';
}

/** An order that never ties (its last column is unique), all columns in one direction, none of them null. */
export interface Keyset {
  readonly columns: readonly KeyColumn[];
  readonly direction: 'asc' | 'desc';
}

/**
 * Limits a query to the page after `after`, one row more than `size`. Row values are compared as a whole, which one
 * index over the columns serves (https://www.postgresql.org/docs/18/functions-comparisons.html).
 */
export function pageOf<DB, TB extends keyof DB, O>(
  query: SelectQueryBuilder<DB, TB, O>,
  keyset: Keyset,
  after: CursorValues | null,
  size: number | Expression<number>,
): SelectQueryBuilder<DB, TB, O> {
  const paged = after === null ? query : query.where(isAfter(keyset, after));
  return keyset.columns
    .reduce((ordered, { column }) => ordered.orderBy(expressionOf(column), keyset.direction), paged)
    .limit(typeof size === 'number' ? size + 1 : sql<number>`${size}::bigint + 1`);
}

function isAfter(keyset: Keyset, after: CursorValues): RawBuilder<boolean> {
  const columns = sql.join(keyset.columns.map(({ column }) => expressionOf(column)));
  const values = sql.join(keyset.columns.map(({ type }, index) => sql`${after[index]}::${sql.raw(type)}`));
  return keyset.direction === 'asc'
    ? sql<boolean>`(${columns}) > (${values})`
    : sql<boolean>`(${columns}) < (${values})`;
}

function expressionOf(column: KeyColumn['column']): Expression<unknown> {
  return typeof column === 'string' ? sql.ref(column) : column;
}
