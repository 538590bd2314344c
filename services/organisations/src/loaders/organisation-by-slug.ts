import type { Reads } from '@coalition-hub/subgraph';
import type { Tables } from '../entities/tables.js';
import { organisationColumns } from './organisation-columns.js';

export function organisationBySlug(reads: Reads<Tables>, slug: string) {
  return reads
    .selectFrom('organisation')
    .select(organisationColumns)
    .where('slug', '=', slug)
    .executeTakeFirst();
}
