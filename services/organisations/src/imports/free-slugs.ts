import { numberedSlug, slugOf } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Reader } from '../matching/reader.js';

/**
 * A slug for each of the names, numbered where others have it. The caller holds the table, so that they stay free.
 * @returns in the order of the names
 */
export async function freeSlugs(db: Reader, names: readonly string[]): Promise<string[]> {
  const taken = new Set<string>();
  for (;;) {
    const slugs = numbered(names, taken);
    const used = await usedOf(db, slugs);
    if (used.length === 0) return slugs;
    for (const slug of used) taken.add(slug);
  }
}

function numbered(names: readonly string[], taken: ReadonlySet<string>): string[] {
  const given = new Set(taken);
  const next = new Map<string, number>();
  return names.map((name) => {
    const base = slugOf(name);
    let number = next.get(base) ?? 1;
    const slug = () => (number === 1 ? base : numberedSlug(base, number));
    while (given.has(slug())) number += 1;
    next.set(base, number);
    given.add(slug());
    return slug();
  });
}

async function usedOf(db: Reader, slugs: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ slug: string }>`
    select slug from organisation where slug = any(${slugs}::text[])`.execute(db);
  return rows.map(({ slug }) => slug);
}
