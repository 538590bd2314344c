import { type Kysely, sql } from 'kysely';
import type { KitTables } from '../database/kit-tables.js';

export interface AuditEntry {
  readonly id: string;
  readonly action: string;
  /** Person id, never an address. */
  readonly actor: string;
  readonly subject: string;
  readonly requestId: string;
  /** Types of the events the command recorded. */
  readonly events: readonly string[];
}

export async function recordAudit<T extends KitTables>(tx: Kysely<T>, entry: AuditEntry): Promise<void> {
  await sql`
    insert into audit_entry (id, action, actor, subject, request_id, detail)
    values (${entry.id}, ${entry.action}, ${entry.actor}, ${entry.subject}, ${entry.requestId},
            ${JSON.stringify({ events: entry.events })}::jsonb)`.execute(tx);
}
