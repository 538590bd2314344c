import type { InferClassEntityDB } from '@mikro-orm/postgresql';
import { KnownDeliveryRecord } from './known-delivery-record.js';
import { KnownOrganisationRecord } from './known-organisation-record.js';
import { KnownRevisionRecord } from './known-revision-record.js';
import { KnownStatementRecord } from './known-statement-record.js';
import { ListEntryRecord } from './list-entry-record.js';
import { PlaceCountRecord } from './place-count-record.js';
import { SignatoryListRecord } from './signatory-list-record.js';
import { SignatureCountRecord } from './signature-count-record.js';
import { SignatureRecord } from './signature-record.js';
import { SignatureTotalRecord } from './signature-total-record.js';
import { SigningInvitationRecord } from './signing-invitation-record.js';
import { SigningWindowRecord } from './signing-window-record.js';

export const entities = [
  SigningWindowRecord,
  SignatureRecord,
  SignatureTotalRecord,
  SigningInvitationRecord,
  SignatoryListRecord,
  ListEntryRecord,
  SignatureCountRecord,
  PlaceCountRecord,
  KnownStatementRecord,
  KnownRevisionRecord,
  KnownOrganisationRecord,
  KnownDeliveryRecord,
] as const;

/** Tables and columns as plain SQL sees them. */
export type Tables = InferClassEntityDB<(typeof entities)[number]>;
