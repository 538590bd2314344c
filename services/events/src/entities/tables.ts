import type { InferClassEntityDB } from '@mikro-orm/postgresql';
import { AgendaItemRecord } from './agenda-item-record.js';
import { BodyRecord } from './body-record.js';
import { DeadlineRecord } from './deadline-record.js';
import { DeliveryRecord } from './delivery-record.js';
import { EventRecord } from './event-record.js';
import { EventUpdateRecord } from './event-update-record.js';
import { KnownListRecord } from './known-list-record.js';
import { KnownOrganisationRecord } from './known-organisation-record.js';
import { KnownStatementRecord } from './known-statement-record.js';
import { SideEventRecord } from './side-event-record.js';

export const entities = [
  BodyRecord,
  EventRecord,
  AgendaItemRecord,
  DeliveryRecord,
  DeadlineRecord,
  SideEventRecord,
  EventUpdateRecord,
  KnownStatementRecord,
  KnownListRecord,
  KnownOrganisationRecord,
] as const;

/** Tables and columns as plain SQL sees them. */
export type Tables = InferClassEntityDB<(typeof entities)[number]>;
