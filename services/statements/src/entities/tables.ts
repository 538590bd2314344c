import type { InferClassEntityDB } from '@mikro-orm/postgresql';
import { AmendmentRecord } from './amendment-record.js';
import { CommentRecord } from './comment-record.js';
import { KnownCoalitionRecord } from './known-coalition-record.js';
import { KnownMembershipRecord } from './known-membership-record.js';
import { KnownOrganisationRecord } from './known-organisation-record.js';
import { RevisionRecord } from './revision-record.js';
import { SearchDocumentRecord } from './search-document-record.js';
import { StatementRecord } from './statement-record.js';
import { StatementStateRecord } from './statement-state-record.js';
import { StatementUpdateRecord } from './statement-update-record.js';
import { TranslationRecord } from './translation-record.js';

export const entities = [
  StatementRecord,
  RevisionRecord,
  StatementStateRecord,
  StatementUpdateRecord,
  KnownOrganisationRecord,
  KnownCoalitionRecord,
  KnownMembershipRecord,
  AmendmentRecord,
  CommentRecord,
  TranslationRecord,
  SearchDocumentRecord,
] as const;

/** Tables and columns as plain SQL sees them. */
export type Tables = InferClassEntityDB<(typeof entities)[number]>;
