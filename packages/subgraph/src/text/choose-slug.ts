import { type Kysely, sql } from 'kysely';
import { InvalidInput, refuse } from '../errors/refusal.js';
import { isSlug, longestSlug, numberedSlug, shortened, slugOf } from './slug.js';

/** Room for the number behind a slug of full length. */
const longestSuffix = 10;

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
  await lock(db, table, base);
  const taken = await takenSlugs(db, table, base);
  if (!taken.has(base)) return base;
  if (wanted != null) refuse(new InvalidInput('slug', '"slug" is taken already.'));
  return chooseNumbered(db, table, base, taken);
}

/** Locks the numbered slug too: it may be what another name makes by itself, as "Forum 2" does. */
async function chooseNumbered<DB>(
  db: Kysely<DB>,
  table: string,
  base: string,
  taken: ReadonlySet<string>,
): Promise<string> {
  for (let number = 2; ; number += 1) {
    const slug = numberedSlug(base, number);
    if (taken.has(slug)) continue;
    await lock(db, table, slug);
    if (!(await takenSlugs(db, table, slug)).has(slug)) return slug;
  }
}

async function lock<DB>(db: Kysely<DB>, table: string, slug: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`slug ${table} ${slug}`}, 0))`.execute(db);
}

/** The slug and its numbered forms, as far as rows have them. */
async function takenSlugs<DB>(db: Kysely<DB>, table: string, slug: string): Promise<ReadonlySet<string>> {
  const stem = shortened(slug, longestSlug - longestSuffix);
  const numbered = stem === slug ? `${slug}-` : stem;
  const { rows } = await sql<{ slug: string }>`
    select slug from ${sql.table(table)} where slug = ${slug} or starts_with(slug, ${numbered})`.execute(db);
  return new Set(rows.map((row) => row.slug));
}
