import { isSlug, type Reads } from '@coalition-hub/subgraph';
import type { Tables } from '../entities/tables.js';
import { coalitionColumns } from './coalition-columns.js';

/** Null for what cannot be a slug; PostgreSQL must not meet it. */
export function coalitionBySlug(reads: Reads<Tables>, slug: string) {
  if (!isSlug(slug)) return null;
  return reads.selectFrom('coalition').select(coalitionColumns).where('slug', '=', slug).executeTakeFirst();
}
