import type { InferClassEntityDB } from '@mikro-orm/postgresql';
import { ClaimRecord } from './claim-record.js';
import { CoalitionInvitationRecord } from './coalition-invitation-record.js';
import { CoalitionRecord } from './coalition-record.js';
import { CoalitionUpdateRecord } from './coalition-update-record.js';
import { DuplicateProposalRecord } from './duplicate-proposal-record.js';
import { MandateRecord } from './mandate-record.js';
import { MembershipRecord } from './membership-record.js';
import { MembershipTotalRecord } from './membership-total-record.js';
import { NameKeyRecord } from './name-key-record.js';
import { NameWordRecord } from './name-word-record.js';
import { NetworkConstituentRecord } from './network-constituent-record.js';
import { OrganisationRecord } from './organisation-record.js';
import { OrganisationTotalRecord } from './organisation-total-record.js';
import { RepresentativeRecord } from './representative-record.js';
import { RoleRecord } from './role-record.js';
import { RoleTermRecord } from './role-term-record.js';
import { ToldApartRecord } from './told-apart-record.js';
import { WorkingGroupMembershipRecord } from './working-group-membership-record.js';
import { WorkingGroupRecord } from './working-group-record.js';

export const entities = [
  OrganisationRecord,
  OrganisationTotalRecord,
  CoalitionRecord,
  MembershipRecord,
  MembershipTotalRecord,
  MandateRecord,
  ClaimRecord,
  RepresentativeRecord,
  RoleRecord,
  RoleTermRecord,
  WorkingGroupRecord,
  WorkingGroupMembershipRecord,
  CoalitionInvitationRecord,
  CoalitionUpdateRecord,
  NameKeyRecord,
  NameWordRecord,
  NetworkConstituentRecord,
  ToldApartRecord,
  DuplicateProposalRecord,
] as const;

/** Tables and columns as plain SQL sees them. */
export type Tables = InferClassEntityDB<(typeof entities)[number]>;
