import type { InferClassEntityDB } from '@mikro-orm/postgresql';
import { KnownCoalitionRecord } from './known-coalition-record.js';
import { KnownOrganisationRecord } from './known-organisation-record.js';
import { RevisionRecord } from './revision-record.js';
import { StatementRecord } from './statement-record.js';
import { StatementStateRecord } from './statement-state-record.js';
import { StatementUpdateRecord } from './statement-update-record.js';

export const entities = [
  StatementRecord,
  RevisionRecord,
  StatementStateRecord,
  StatementUpdateRecord,
  KnownOrganisationRecord,
  KnownCoalitionRecord,
] as const;

/** Tables and columns as plain SQL sees them. */
export type Tables = InferClassEntityDB<(typeof entities)[number]>;
