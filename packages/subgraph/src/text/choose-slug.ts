import { type Kysely, sql } from 'kysely';
import { InvalidInput, refuse } from '../errors/refusal.js';
import { isSlug, slugOf } from './slug.js';

/**
 * The slug that a new row of `table` gets: the wanted one, or one made of the name, numbered where others have it.
 * Locked until the end of the transaction, so that two who want the same do not both find it free.
 */
export async function chooseSlug<DB>(
  db: Kysely<DB>,
  table: string,
  wanted: string | null | undefined,
  name: string,
): Promise<string> {
  if (wanted != null && !isSlug(wanted)) {
    refuse(
      new InvalidInput('slug', '"slug" may have lower-case letters, digits and single hyphens, 80 at most.'),
    );
  }
  const base = wanted ?? slugOf(name);
  await sql`select pg_advisory_xact_lock(hashtextextended(${`slug ${table} ${base}`}, 0))`.execute(db);
  const taken = await takenSlugs(db, table, base);
  if (!taken.has(base)) return base;
  if (wanted != null) refuse(new InvalidInput('slug', '"slug" is taken already.'));
  let number = 2;
  while (taken.has(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}

async function takenSlugs<DB>(db: Kysely<DB>, table: string, base: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ slug: string }>`
    select slug from ${sql.table(table)} where slug = ${base} or starts_with(slug, ${`${base}-`})`.execute(
    db,
  );
  return new Set(rows.map(({ slug }) => slug));
}
