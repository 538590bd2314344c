import type { ActorCapacity } from '@coalition-hub/bus';
import { type Kysely, sql } from 'kysely';
import type { KitTables } from '../database/kit-tables.js';
import type { NewEvent } from '../outbox/new-event.js';
import type { ActedOn } from './actor-capacity.js';

/** Ids and words of the schema that say more about what was done; never a name, an address or a text. */
export type AuditFacts = Readonly<Record<string, unknown>>;

export interface AuditEntry {
  readonly id: string;
  readonly action: string;
  /** Person id, never an address. */
  readonly actor: string;
  readonly capacity: ActorCapacity;
  readonly subject: string;
  readonly requestId: string;
  /** Whose own log it is in, if anybody's. */
  readonly organisationId: string | null;
  /** Types of the events the command recorded. */
  readonly events: readonly string[];
  readonly facts: AuditFacts;
}

export async function recordAudit<T extends KitTables>(tx: Kysely<T>, entry: AuditEntry): Promise<void> {
  const { capacity, events, facts } = entry;
  await sql`
    insert into audit_entry (id, action, actor, subject, request_id, organisation_id, detail)
    values (${entry.id}, ${entry.action}, ${entry.actor}, ${entry.subject}, ${entry.requestId},
            ${entry.organisationId}, ${JSON.stringify({ events, capacity, ...facts })}::jsonb)`.execute(tx);
}

/**
 * What a command is about: the organisation that it noted, else the one organisation and the one coalition of its
 * events, if there is just one of each.
 */
export function actedOn(
  events: readonly NewEvent[],
  { organisationId: noted }: AuditFacts,
): { [Key in keyof ActedOn]-?: string | null } {
  const organisationId = typeof noted === 'string' ? noted : only(events, 'organisationId');
  return { organisationId, coalitionId: only(events, 'coalitionId') };
}

function only(events: readonly NewEvent[], key: keyof ActedOn): string | null {
  const ids = new Set(events.map(({ data }) => (data as ActedOn)[key]).filter((id) => id != null));
  const [id] = ids;
  return ids.size === 1 && typeof id === 'string' ? id : null;
}
