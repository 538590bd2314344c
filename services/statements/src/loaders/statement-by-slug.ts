import { isSlug, type Reads, type Rights } from '@coalition-hub/subgraph';
import type { Tables } from '../entities/tables.js';
import type { Statement } from '../types/statement.js';
import { openStatements, statementColumns, toStatement } from './statement-row.js';

/** Null for what does not exist or is not open to the viewer, and for what cannot be a slug. */
export async function statementBySlug(
  reads: Reads<Tables>,
  rights: Rights,
  slug: string,
): Promise<Statement | null> {
  if (!isSlug(slug)) return null;
  const row = await openStatements(reads, rights)
    .select(statementColumns)
    .where('statement.slug', '=', slug)
    .executeTakeFirst();
  return row ? toStatement(row) : null;
}
