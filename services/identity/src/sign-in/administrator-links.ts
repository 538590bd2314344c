import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.js';

/**
 * Links that make whoever uses one an administrator, once. A link is the id of a row and a proof that it is ours: so
 * the database alone gives none away, and one that was not used can be printed again at the next start.
 */
export class AdministratorLinks {
  constructor(
    private readonly db: Kysely<Tables>,
    private readonly secret: Buffer,
  ) {}

  /** The key of the link that the first start makes; null once any link was used or replaced by another. */
  async first(): Promise<string | null> {
    return this.db.transaction().execute(async (tx) => {
      await sql`lock table administrator_link in exclusive mode`.execute(tx);
      const links = await tx.selectFrom('administrator_link').selectAll().execute();
      const [only] = links;
      if (!only) return this.make(tx);
      return links.length === 1 && only.used_at === null ? this.keyOf(only.id) : null;
    });
  }

  /** The key of a new link; those before it that were not used end. */
  async another(): Promise<string> {
    return this.db.transaction().execute(async (tx) => {
      const now = sql<Date>`clock_timestamp()`;
      await tx.updateTable('administrator_link').set({ used_at: now }).where('used_at', 'is', null).execute();
      return this.make(tx);
    });
  }

  /** Uses the link up, and does what it is for; when that fails the link stays. @returns whether it was one */
  async use(key: string, work: () => Promise<void>): Promise<boolean> {
    const id = this.idOf(key);
    if (id === null) return false;
    return this.db.transaction().execute(async (tx) => {
      const { numUpdatedRows } = await tx
        .updateTable('administrator_link')
        .set({ used_at: sql<Date>`clock_timestamp()` })
        .where('id', '=', id)
        .where('used_at', 'is', null)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return false;
      await work();
      return true;
    });
  }

  private async make(db: Kysely<Tables>): Promise<string> {
    const id = randomUUID();
    await db.insertInto('administrator_link').values({ id, used_at: null }).execute();
    return this.keyOf(id);
  }

  private keyOf(id: string): string {
    return `${id}.${createHmac('sha256', this.secret).update(id).digest('base64url')}`;
  }

  private idOf(key: string): string | null {
    const id = key.slice(0, key.indexOf('.'));
    const [given, own] = [Buffer.from(key), Buffer.from(this.keyOf(id))];
    return given.length === own.length && timingSafeEqual(given, own) ? id : null;
  }
}
