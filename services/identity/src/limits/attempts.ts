import { createHmac } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.js';

/** So many in so many minutes. */
export interface Allowance {
  readonly most: number;
  readonly minutes: number;
}

/** Mails to one mailbox: more would let anybody flood it. */
export const mailsPerMailbox: Allowance = { most: 5, minutes: 15 };

/** Mails to all addresses with a tag (`name+tag@`) that one mailbox may have; its own address is counted apart. */
export const mailsPerTaggedMailbox: Allowance = { most: 10, minutes: 15 };

/** Attempts of all kinds from one network. */
export const attemptsPerNetwork: Allowance = { most: 200, minutes: 15 };

/** Counts attempts under keyed hashes, in one statement, for all processes together. */
export class Attempts {
  constructor(
    private readonly db: Kysely<Tables>,
    private readonly secret: Buffer,
  ) {}

  /** @returns whether this one is still within the allowance */
  async allow(kind: string, name: string, { most, minutes }: Allowance): Promise<boolean> {
    const key = createHmac('sha256', this.secret).update(`${kind}\n${name}`).digest('base64url');
    const { rows } = await sql<{ count: number }>`
      insert into attempt as a (key, window_ends_at)
      values (${key}, clock_timestamp() + make_interval(mins => ${minutes}))
      on conflict (key) do update set
        count = case when a.window_ends_at < clock_timestamp() then 1 else a.count + 1 end,
        window_ends_at = case when a.window_ends_at < clock_timestamp() then excluded.window_ends_at
                              else a.window_ends_at end
      returning count`.execute(this.db);
    return (rows[0]?.count ?? most + 1) <= most;
  }
}
