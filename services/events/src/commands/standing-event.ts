import { isUuid } from '@coalition-hub/subgraph';
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { EventRecord } from '../entities/event-record.js';

/** An event whose days and timezone stay as they are until the end of the transaction; null for none. */
export async function standingEvent(em: EntityManager, id: string): Promise<EventRecord | null> {
  if (!isUuid(id)) return null;
  return em.findOne(EventRecord, id, { lockMode: LockMode.PESSIMISTIC_READ });
}
