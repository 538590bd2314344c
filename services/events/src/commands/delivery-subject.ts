import { type CommandScope, isUuid, NotFound, refuse } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { EventRecord } from '../entities/event-record.js';
import type { Tables } from '../entities/tables.js';
import { standingEvent } from './standing-event.js';

/** What a delivery brings together. */
export interface DeliverySubject {
  readonly statement: { readonly id: string; readonly coalitionId: string };
  readonly event: EventRecord;
}

/** Null for a statement that does not exist or that the viewer may not know of; refuses without the event. */
export async function deliverySubject(
  scope: CommandScope<Tables>,
  { statementId, eventId }: { readonly statementId: string; readonly eventId: string },
): Promise<DeliverySubject | null> {
  const statement = isUuid(statementId) ? await knownStatement(scope, statementId) : null;
  if (!statement) return null;
  const event = await standingEvent(scope.em, eventId);
  return { statement, event: event ?? refuse(new NotFound('event')) };
}

/** A statement without a frozen list may be a draft, of which only its own coordinators are sure to know here. */
function knownStatement({ sql: db, rights }: CommandScope<Tables>, id: string) {
  return db
    .selectFrom('known_statement')
    .select(['id', 'coalition_id as coalitionId'])
    .where('id', '=', id)
    .where(
      sql<boolean>`(coalition_id = any(${[...rights.coordinates]}::uuid[])
        or exists (select from known_list where statement_id = known_statement.id))`,
    )
    .executeTakeFirst();
}
