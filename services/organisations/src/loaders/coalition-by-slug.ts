import type { Reads } from '@coalition-hub/subgraph';
import type { Tables } from '../entities/tables.js';

export function coalitionBySlug(reads: Reads<Tables>, slug: string) {
  return reads
    .selectFrom('coalition')
    .select(['id', 'slug', 'name', 'purpose'])
    .where('slug', '=', slug)
    .executeTakeFirst();
}
