import { isSlug, type Reads } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import { organisationColumns } from './organisation-columns.js';

/** The one that an organisation of this slug was merged into, or itself. Null for what cannot be a slug. */
export function organisationBySlug(reads: Reads<Tables>, slug: string) {
  // PostgreSQL must not meet some of what is no slug.
  if (!isSlug(slug)) return null;
  return reads
    .selectFrom('organisation as named')
    .innerJoin('organisation', (join) =>
      join.on(sql<boolean>`organisation.id = coalesce(named.merged_into, named.id)`),
    )
    .select(organisationColumns)
    .where('named.slug', '=', slug)
    .executeTakeFirst();
}
