import type { InferClassEntityDB } from '@mikro-orm/postgresql';
import { CoalitionRecord } from './coalition-record.js';
import { MandateRecord } from './mandate-record.js';
import { MembershipRecord } from './membership-record.js';
import { OrganisationRecord } from './organisation-record.js';
import { RoleRecord } from './role-record.js';

export const entities = [
  OrganisationRecord,
  CoalitionRecord,
  MembershipRecord,
  MandateRecord,
  RoleRecord,
] as const;

/** Tables and columns as plain SQL sees them. */
export type Tables = InferClassEntityDB<(typeof entities)[number]>;
