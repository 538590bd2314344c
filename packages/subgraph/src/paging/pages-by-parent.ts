import { type Expression, type Kysely, type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';
import type { ChildRow } from './page-loader.js';

/**
 * The pages of many parents in one statement: a lateral join runs `pageOfParent` once per parent, so each stops after
 * its own page, and keeps its order.
 *
 * @param pageOfParent a query limited to one page, for the parent whose id the given expression stands for
 */
export async function pagesByParent<DB, Row>(
  db: Kysely<DB>,
  parents: readonly string[],
  // biome-ignore lint/suspicious/noExplicitAny: the tables a page reads are its own affair
  pageOfParent: (parent: Expression<string>) => SelectQueryBuilder<any, any, Row>,
): Promise<(Row & ChildRow)[]> {
  const { rows } = await pagesQuery(sql.val([...parents]), pageOfParent).execute(db);
  return rows;
}

/** The statement itself, for queries that are compiled once. */
export function pagesQuery<Row>(
  parents: Expression<readonly string[]>,
  // biome-ignore lint/suspicious/noExplicitAny: the tables a page reads are its own affair
  pageOfParent: (parent: Expression<string>) => SelectQueryBuilder<any, any, Row>,
): RawBuilder<Row & ChildRow> {
  const page = pageOfParent(sql.ref<string>('asked.parent'));
  return sql<Row & ChildRow>`
    select asked.parent, page.*
      from unnest(${parents}::uuid[]) as asked(parent)
     cross join lateral ${page} as page`;
}
