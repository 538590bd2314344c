import { isSlug, type Reads } from '@coalition-hub/subgraph';
import type { Tables } from '../entities/tables.js';
import { organisationColumns } from './organisation-columns.js';

/** Null for what cannot be a slug; PostgreSQL must not meet it. */
export function organisationBySlug(reads: Reads<Tables>, slug: string) {
  if (!isSlug(slug)) return null;
  return reads
    .selectFrom('organisation')
    .select(organisationColumns)
    .where('slug', '=', slug)
    .executeTakeFirst();
}
