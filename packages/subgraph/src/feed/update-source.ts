import { type SelectQueryBuilder, sql } from 'kysely';
import type { FeedTable } from './feed-table.js';

/** An update as far as the feed itself is concerned. */
export interface Sequenced {
  readonly sequence: number;
}

/** Reads a feed. */
export interface UpdateSource<Update extends Sequenced> {
  /** A page of what happened to a subject after a sequence number, oldest first: `updatesPerPage`, or the last ones. */
  after(subjectId: string, sequence: number): Promise<Update[]>;
}

/** Updates read at a time, at most. */
export const updatesPerPage = 200;

/**
 * What every update has, for `UpdateRow`. A `float8` holds every sequence number below 2^53, and comes out of the driver
 * as a number.
 */
export function updateColumns({ name, subject }: FeedTable) {
  return [
    sql<number>`${sql.ref(`${name}.sequence`)}::float8`.as('sequence'),
    sql<string>`${sql.ref(`${name}.${subject}`)}`.as('subjectId'),
    sql<string>`${sql.ref(`${name}.occurred_at`)}`.as('occurredAt'),
  ] as const;
}

/** Limits a query on a feed's table to the page after a sequence number. */
export function updatesAfter<DB, TB extends keyof DB, O>(
  query: SelectQueryBuilder<DB, TB, O>,
  { name, subject }: FeedTable,
  subjectId: string,
  sequence: number,
): SelectQueryBuilder<DB, TB, O> {
  const column = sql.ref(`${name}.sequence`);
  return query
    .where(sql<boolean>`${sql.ref(`${name}.${subject}`)} = ${subjectId}`)
    .where(sql<boolean>`${column} > ${sequence}::bigint`)
    .orderBy(column)
    .limit(updatesPerPage);
}

/**
 * Sequence of a subject's newest update, 0 for none, as a column of a query on the subject. Read in the same statement
 * as the rest: who goes on from here misses nothing that the rest does not show.
 *
 * @param id column of the subject's id in that query, such as `statement.id`
 */
export function updatedTo({ name, subject }: FeedTable, id: string) {
  return sql<number>`
    (select coalesce(max(sequence), 0)::float8 from ${sql.table(name)}
      where ${sql.ref(`${name}.${subject}`)} = ${sql.ref(id)})`;
}
