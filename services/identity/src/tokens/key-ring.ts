import type { Clock } from '@coalition-hub/subgraph';
import type { JWK } from 'jose';
import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import type { Tables, TokenKeyTable } from '../tables.js';
import type { KeySealer } from './key-sealer.js';
import { newKeyRow, openKey, type TokenKey } from './token-key.js';

const day = 86_400_000;

/** How long one key signs, in ms. */
export const keySigns = 30 * day;

/** How long an ordinary token may live after its key was retired, with a rest for clocks, in ms. */
const ordinaryTokensEnd = 11 * 60_000;

/** How long tokens were made to last before keys had names, in ms. */
const longestEarlierToken = 31 * day;

const lockOfRotation = 0x6b657973;

export interface KeyRingOptions {
  readonly db: Kysely<Tables>;
  readonly sealer: KeySealer;
  readonly clock: Clock;
  /** The key that signed tokens before there was a ring: it becomes the first one. */
  readonly firstKey?: JWK;
}

/**
 * The keys of clients' tokens: one signs, those before it are known until the last token they signed has ended.
 * All processes on one database share them.
 */
export class KeyRing {
  #keys = new Map<string, TokenKey>();

  constructor(private readonly options: KeyRingOptions) {}

  /** Reads what other processes have changed. Private keys are opened once. */
  async refresh(): Promise<void> {
    const rows = await this.options.db.selectFrom('token_key').selectAll().execute();
    const known = rows.filter((row) => this.isKnownAt(row, this.options.clock.now()));
    const keys = await Promise.all(known.map((row) => this.opened(row)));
    this.#keys = new Map(keys.map((key) => [key.kid, key]));
  }

  /** The key that signs; replaced once it has for 30 days. */
  async signing(): Promise<TokenKey> {
    const key = this.current();
    const tooOld = this.options.clock.now().getTime() - keySigns;
    if (key && key.row.created_at.getTime() > tooOld) return key;
    await this.rotate((last) => last === null || last.created_at.getTime() <= tooOld);
    return this.current() ?? missing();
  }

  /** @param kid null: of a token from before keys had names */
  find(kid: string | null): TokenKey | undefined {
    if (kid !== null) return this.#keys.get(kid);
    return [...this.#keys.values()].find(({ row }) => row.signed_without_kid);
  }

  /** What may be published (RFC 7517). */
  publicKeys(): readonly JWK[] {
    return [...this.#keys.values()].map(({ publicJwk }) => publicJwk);
  }

  /**
   * A new key signs from now on.
   * @param due asked about the key that signs, under the lock: of several processes one replaces it
   */
  async rotate(due: (last: Selectable<TokenKeyTable> | null) => boolean = () => true): Promise<void> {
    await this.options.db.transaction().execute(async (tx) => {
      await sql`select pg_advisory_xact_lock(${lockOfRotation})`.execute(tx);
      const last = await tx
        .selectFrom('token_key')
        .selectAll()
        .where('retired_at', 'is', null)
        .executeTakeFirst();
      if (due(last ?? null)) await this.replace(tx, last !== undefined);
    });
    await this.refresh();
  }

  /** Forgets all keys but the one that signs: every token they signed is refused from now on. */
  async forgetRetired(): Promise<void> {
    await this.options.db.deleteFrom('token_key').where('retired_at', 'is not', null).execute();
    await this.refresh();
  }

  /** Keeps a key published for a token that lives longer than usual. */
  async keepUntil(kid: string, end: Date): Promise<void> {
    await this.options.db
      .updateTable('token_key')
      .set({ last_token_ends_at: sql<Date>`greatest(last_token_ends_at, ${end})` })
      .where('kid', '=', kid)
      .execute();
  }

  private async replace(tx: Transaction<Tables>, replacesOne: boolean): Promise<void> {
    const now = this.options.clock.now();
    await tx.updateTable('token_key').set({ retired_at: now }).where('retired_at', 'is', null).execute();
    const first = replacesOne ? undefined : this.options.firstKey;
    const row = await newKeyRow(this.options.sealer, now, first);
    const until = first && new Date(now.getTime() + longestEarlierToken);
    await tx
      .insertInto('token_key')
      .values({ ...row, last_token_ends_at: until ?? null })
      .execute();
  }

  private current(): TokenKey | undefined {
    return [...this.#keys.values()].find(({ row }) => row.retired_at === null);
  }

  private async opened(row: Selectable<TokenKeyTable>): Promise<TokenKey> {
    const open = this.#keys.get(row.kid);
    return open ? { ...open, row } : openKey(this.options.sealer, row);
  }

  private isKnownAt({ retired_at, last_token_ends_at }: Selectable<TokenKeyTable>, now: Date): boolean {
    if (retired_at === null) return true;
    const end = Math.max(retired_at.getTime() + ordinaryTokensEnd, last_token_ends_at?.getTime() ?? 0);
    return end > now.getTime();
  }
}

function missing(): never {
  throw new Error('there is no key to sign with');
}
