import type { EntityManager } from '@mikro-orm/postgresql';
import { type Kysely, sql } from 'kysely';
import type { Unit } from '../database/database.js';
import type { KitTables } from '../database/kit-tables.js';
import { violatedConstraint } from '../errors/database-errors.js';
import { type Refusal, Refused } from '../errors/refusal.js';
import type { NewEvent } from '../outbox/new-event.js';
import type { Rights } from '../rights/rights.js';
import type { Random } from '../time/random.js';
import type { AuditFacts } from './audit.js';

/** What a command works with: its transaction, who asks, and what it wants to have told. */
export class CommandScope<Tables> {
  readonly em: EntityManager;
  readonly sql: Kysely<Tables & KitTables>;
  readonly #events: NewEvent[] = [];
  #facts: AuditFacts = {};

  constructor(
    unit: Unit<Tables>,
    readonly rights: Rights,
    readonly requestId: string,
    private readonly random: Random,
  ) {
    this.em = unit.em;
    this.sql = unit.sql;
  }

  get events(): readonly NewEvent[] {
    return this.#events;
  }

  get facts(): AuditFacts {
    return this.#facts;
  }

  /** Puts ids and words of the schema into the audit entry; never a name, an address or a text. */
  note(facts: AuditFacts): void {
    this.#facts = { ...this.#facts, ...facts };
  }

  newId(label: string): string {
    return this.random.uuid(label);
  }

  /** Sent after the commit, and only then. */
  emit(event: NewEvent): void {
    this.#events.push(event);
  }

  /** Database time, ISO 8601 in UTC: the only time that decides anything. */
  async now(): Promise<string> {
    const { rows } = await sql<{ now: string }>`select hub_now() as now`.execute(this.sql);
    return new Date(rows[0]?.now ?? Number.NaN).toISOString();
  }

  /** Sends the unit of work's changes; violated constraints that a user can meet become refusals. */
  async flush(refusals: Readonly<Record<string, () => Refusal>> = {}): Promise<void> {
    try {
      await this.em.flush();
    } catch (error) {
      const refusal = refusals[violatedConstraint(error) ?? ''];
      throw refusal ? new Refused(refusal()) : error;
    }
  }
}
