import { groupsByKey, type Reads } from '@coalition-hub/subgraph';
import DataLoader from 'dataloader';
import { type Expression, type SelectQueryBuilder, sql } from 'kysely';
import type { Tables } from '../entities/tables.js';

/** What a list is of, and as of when. */
export interface ParentOnDay {
  readonly parent: string;
  /** Day, or null for today by the database's clock (UTC). */
  readonly asOf: string | null;
}

/** These lists have no pages, so they have an end. */
const longestList = 200;

/**
 * Short lists of what holds on a day below a parent: one statement for all parents and days that are asked for at the
 * same time.
 *
 * @param listOf the parent's list in order, for the parent and the day that the given expressions stand for
 */
export function listsOnDay<Row>(
  reads: Reads<Tables>,
  // biome-ignore lint/suspicious/noExplicitAny: the tables a list reads are its own affair
  listOf: (parent: Expression<string>, day: Expression<string>) => SelectQueryBuilder<any, any, Row>,
): DataLoader<ParentOnDay, Row[], string> {
  return new DataLoader<ParentOnDay, Row[], string>(
    async (asked) => {
      // Built here, as every request makes all loaders and few requests use this one.
      const list = listOf(sql.ref('asked.parent'), sql.ref('asked.day')).limit(longestList);
      const { rows } = await sql<Row & { place: number }>`
        select asked.place::int as place, list.*
          from (select parent, coalesce(day, (hub_now() at time zone 'UTC')::date) as day, place
                  from unnest(${asked.map(({ parent }) => parent)}::uuid[], ${asked.map(({ asOf }) => asOf)}::date[])
                       with ordinality as given (parent, day, place)) as asked
         cross join lateral ${list} as list`.execute(reads);
      const places = asked.map((_parent, index) => index + 1);
      return groupsByKey(places, rows, ({ place }) => place);
    },
    { cacheKeyFn: ({ parent, asOf }) => `${parent} ${asOf ?? ''}` },
  );
}
