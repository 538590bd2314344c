import { badInput, type Reads } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import { collationTags } from './collation-tags.js';

/** RFC 5646, section 4.4.1: what well-formed tags need at most, with some room. */
const longestLocale = 64;

/** Name of PostgreSQL's ICU collation for a language tag. */
const nameOf = (tag: string) => `${tag}-x-icu`;

/** The ICU collations that this database has, read once: they come and go with PostgreSQL, not with us. */
export class Collations {
  #names: Promise<ReadonlySet<string>> | undefined;

  constructor(private readonly reads: Reads<Tables>) {}

  /**
   * The collation that orders names for readers of a language: that of the closest tag that there is one for.
   * @returns null for the order of the columns themselves, which no language changes
   * @throws Fault BAD_USER_INPUT for what is no language tag
   */
  async forLocale(locale: string | null | undefined): Promise<string | null> {
    if (locale == null) return null;
    const tags = locale.length <= longestLocale ? collationTags(locale) : null;
    if (tags === null) throw badInput('"locale" must be a language tag such as "es" or "zh-Hant".');
    const names = await this.names();
    return tags.map(nameOf).find((name) => names.has(name)) ?? null;
  }

  /** A failure is not remembered: the database may be back for the next reader. */
  private async names(): Promise<ReadonlySet<string>> {
    this.#names ??= readNames(this.reads);
    try {
      return await this.#names;
    } catch (error) {
      this.#names = undefined;
      throw error;
    }
  }
}

async function readNames(reads: Reads<Tables>): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ name: string }>`
    select collname as name from pg_collation
     where collprovider = 'i' and collisdeterministic and collnamespace = 'pg_catalog'::regnamespace
       and collname like '%-x-icu' and collname <> 'und-x-icu'`.execute(reads);
  return new Set(rows.map(({ name }) => name));
}
