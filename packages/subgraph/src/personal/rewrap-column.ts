import { sql } from 'kysely';
import type { AnyDatabase } from '../outbox/any-database.js';
import type { PersonalKey, PersonalKeys } from './personal-keys.js';
import { holdPersonalKeys } from './personal-keys-lock.js';
import type { PersonalSealer } from './personal-sealer.js';
import type { SealedColumn } from './sealed-column.js';

/** Rows of one transaction: a command that wants one of them waits for milliseconds. */
const batch = 200;

/** A database, whatever its tables are. */
export interface Transactions {
  transaction<T>(work: (unit: { readonly sql: AnyDatabase }) => Promise<T>): Promise<T>;
}

export interface ColumnRewrapOptions {
  readonly database: Transactions;
  readonly sealer: PersonalSealer;
  readonly column: SealedColumn;
  /** Its current key wraps all texts when this is done. */
  readonly keys: PersonalKeys;
  /** Ids of the keys whose texts are wanted. */
  readonly from: readonly string[];
  /** Told of every batch: how many texts were wrapped anew in it. */
  readonly tell: (rewrapped: number) => void;
}

export interface Rewrapped {
  readonly rewrapped: number;
  /** Texts that no key opens, left as they are: they were destroyed or damaged before. */
  readonly unreadable: number;
}

interface Row {
  readonly at: string;
  readonly sealed: string;
  readonly placed: string;
}

/** Brings the texts of a column under the current key. Rows that a command holds are passed over. */
export class ColumnRewrap {
  readonly #unreadable = new Set<string>();
  #rewrapped = 0;

  constructor(private readonly options: ColumnRewrapOptions) {}

  /** One visit of every row that was there when it began. */
  async pass(): Promise<void> {
    for (let after: string | null = '(0,0)'; after !== null; ) after = await this.batchAfter(after);
  }

  /** Whether a text of the keys is left that could be wrapped anew. */
  async remains(tx: AnyDatabase): Promise<boolean> {
    return (await this.outdated(tx, '(0,0)', sql`limit 1`)).length > 0;
  }

  get result(): Rewrapped {
    return { rewrapped: this.#rewrapped, unreadable: this.#unreadable.size };
  }

  /** @returns where to go on, null at the end */
  private async batchAfter(after: string): Promise<string | null> {
    const { database, keys, tell } = this.options;
    const { rows, renewed } = await database.transaction(async ({ sql: tx }) => {
      const found = await this.outdated(tx, after, sql`limit ${batch} for no key update skip locked`);
      await holdPersonalKeys(tx);
      const key = await keys.current();
      const wrapped = found.flatMap((row) => this.renewed(row, key));
      await this.write(tx, wrapped);
      return { rows: found, renewed: wrapped.length };
    });
    this.#rewrapped += renewed;
    tell(renewed);
    return rows.length < batch ? null : (rows.at(-1)?.at ?? null);
  }

  private async outdated(tx: AnyDatabase, after: string, end: ReturnType<typeof sql>): Promise<Row[]> {
    const { column, from } = this.options;
    const text = sql.ref(column.column);
    const { rows } = await sql<Row>`
      select ctid::text as at, ${text} as sealed, ${sql.ref(column.placedBy)}::text as placed
        from ${sql.table(column.table)}
       where ctid > ${after}::tid and ${isOutdated(text, from)}
         and ${text} <> all (${[...this.#unreadable]}::text[])
       order by ctid ${end}`.execute(tx);
    return rows;
  }

  private renewed({ at, sealed, placed }: Row, to: PersonalKey): { at: string; text: string }[] {
    const { sealer, column } = this.options;
    try {
      return [{ at, text: sealer.rewrap(to, column.place(placed), sealed) }];
    } catch {
      this.#unreadable.add(sealed);
      return [];
    }
  }

  /** By their places in the table, which the rows keep for as long as they are locked. */
  private async write(tx: AnyDatabase, renewed: readonly { at: string; text: string }[]): Promise<void> {
    const { table, column } = this.options.column;
    const [places, texts] = [renewed.map(({ at }) => at), renewed.map(({ text }) => text)];
    await sql`
      update ${sql.table(table)} as kept set ${sql.ref(column)} = renewed.text
        from unnest(${places}::text[], ${texts}::text[]) as renewed (at, text)
       where kept.ctid = renewed.at::tid`.execute(tx);
  }
}

/** How many texts of a column are to be wrapped anew. */
export async function outdatedTexts(
  db: AnyDatabase,
  { table, column }: SealedColumn,
  from: readonly string[],
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${sql.table(table)} where ${isOutdated(sql.ref(column), from)}`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

/** Sealed by one of the keys, or before there were data keys. */
function isOutdated(text: ReturnType<typeof sql.ref>, from: readonly string[]) {
  return sql<boolean>`(${text} is not null
    and (${text} not like 'v1.%' or split_part(${text}, '.', 2) = any (${[...from]}::text[])))`;
}
