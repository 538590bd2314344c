import {
  type ChildRow,
  type PageSource,
  pageOf,
  pagesByParent,
  type Reads,
  type Rights,
} from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import type { Mandate } from '../types/mandate.js';
import { mandates } from './mandates.js';

/** All mandates that organisations ever gave or offered, newest decision first. Whoever asks must have been let in. */
export function mandatesByOrganisation(
  reads: Reads<Tables>,
  rights: () => Promise<Rights>,
): PageSource<Record<string, never>, Mandate & ChildRow, Mandate> {
  return {
    name: 'mandates',
    keyOf: ({ decidedOn, id }) => [decidedOn, id],
    nodeOf: (row) => row,
    async rows({ parents, after, size }) {
      const { personId } = await rights();
      return pagesByParent(reads, parents, (parent) =>
        pageOf(
          mandates(reads, personId).where('mandate.organisation_id', '=', parent),
          {
            columns: [
              { column: 'mandate.decided_on', type: 'date' },
              { column: 'mandate.id', type: 'uuid' },
            ],
            direction: 'desc',
          },
          after,
          size,
        ),
      );
    },
    counts: (parents) =>
      reads
        .selectFrom('mandate')
        .where('organisation_id', '=', (eb) => eb.fn.any(eb.val(parents)))
        .groupBy('organisation_id')
        .select(['organisation_id as parent', sql<number>`count(*)::int`.as('count')])
        .execute(),
  };
}
