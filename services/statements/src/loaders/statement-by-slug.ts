import { isSlug, type KitTables, PreparedQuery, type Reads, Rights } from '@coalition-hub/subgraph';
import type { Tables } from '../entities/tables.js';
import type { Statement } from '../types/statement.js';
import { openStatements, type StatementRow, statementColumns, toStatement } from './statement-row.js';

/** What most requests of signed-out readers begin with. */
const publicBySlug = new PreparedQuery<Tables & KitTables, { slug: string }, StatementRow>((db, { slug }) =>
  openStatements(db, Rights.none).select(statementColumns).where('statement.slug', '=', slug),
);

/** Null for what does not exist or is not open to the viewer, and for what cannot be a slug. */
export async function statementBySlug(
  reads: Reads<Tables>,
  rights: Rights,
  slug: string,
): Promise<Statement | null> {
  if (!isSlug(slug)) return null;
  const [row] =
    rights === Rights.none
      ? await publicBySlug.rows(reads, { slug })
      : await openStatements(reads, rights)
          .select(statementColumns)
          .where('statement.slug', '=', slug)
          .execute();
  return row ? toStatement(row) : null;
}
