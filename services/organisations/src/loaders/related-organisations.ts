import {
  type ChildRow,
  type Keyset,
  type PageSource,
  pageOf,
  pagesByParent,
  type Reads,
} from '@coalition-hub/subgraph';
import { type Expression, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import type { Organisation } from '../types/organisation.js';
import { organisationColumns } from './organisation-columns.js';

/** How organisations below a parent hang together with it; null stands for no condition on one parent. */
interface Relation {
  readonly name: string;
  /** Conditions on `organisation`, for the parent whose id the expression stands for. */
  of(parent: Expression<string>): RawBuilder<boolean>;
  /** The parents of rows of `organisation`, for counting. */
  counts(
    reads: Reads<Tables>,
    parents: readonly string[],
  ): Promise<readonly { parent: string; count: number }[]>;
}

const byName: Keyset = {
  columns: [
    { column: 'organisation.name', type: 'text' },
    { column: 'organisation.id', type: 'uuid' },
  ],
  direction: 'asc',
};

const count = sql<number>`count(*)::int`.as('count');

/** The chapters of organisations, by name. */
export const chaptersOf: Relation = {
  name: 'chapters',
  of: (parent) => sql<boolean>`organisation.parent_id = ${parent} and organisation.merged_into is null`,
  counts: (reads, parents) =>
    reads
      .selectFrom('organisation')
      .where('parent_id', '=', (eb) => eb.fn.any(eb.val([...parents])))
      .where('merged_into', 'is', null)
      .groupBy('parent_id')
      .select([sql<string>`parent_id`.as('parent'), count])
      .execute(),
};

/** The organisations that networks are made of, by name. */
export const constituentsOf: Relation = {
  name: 'constituents',
  of: (parent) => sql<boolean>`organisation.id in (
    select organisation_id from network_constituent where network_id = ${parent})`,
  counts: (reads, parents) =>
    reads
      .selectFrom('network_constituent')
      .where('network_id', '=', (eb) => eb.fn.any(eb.val([...parents])))
      .groupBy('network_id')
      .select(['network_id as parent', count])
      .execute(),
};

/** The networks that organisations are constituents of, by name. */
export const networksOf: Relation = {
  name: 'networks',
  of: (parent) => sql<boolean>`organisation.id in (
    select network_id from network_constituent where organisation_id = ${parent})`,
  counts: (reads, parents) =>
    reads
      .selectFrom('network_constituent')
      .where('organisation_id', '=', (eb) => eb.fn.any(eb.val([...parents])))
      .groupBy('organisation_id')
      .select(['organisation_id as parent', count])
      .execute(),
};

export function relatedOrganisations(
  reads: Reads<Tables>,
  relation: Relation,
): PageSource<null, Organisation & ChildRow, Organisation> {
  return {
    name: relation.name,
    keyOf: ({ name, id }) => [name, id],
    nodeOf: (row) => row,
    rows: ({ parents, after, size }) =>
      pagesByParent(reads, parents, (parent) =>
        pageOf(
          reads.selectFrom('organisation').where(relation.of(parent)).select(organisationColumns),
          byName,
          after,
          size,
        ),
      ),
    counts: (parents) => relation.counts(reads, parents),
  };
}
