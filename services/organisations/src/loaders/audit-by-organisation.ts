import {
  type ChildRow,
  type Keyset,
  type PageSource,
  type PersonalSealer,
  pageOf,
  pagesByParent,
  type Reads,
} from '@coalition-hub/subgraph';
import { type Expression, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import { AuditAction, recordedAs } from '../types/audit-action.js';
import type { ActorCapacity, AuditEntry } from '../types/audit-entry.js';
import type { MandateScope, Representative } from '../types/mandate.js';
import { representativeOf } from './representative.js';

export interface AuditChoice {
  readonly actions: readonly AuditAction[];
  readonly from: string | null;
  readonly until: string | null;
}

const known = Object.values(AuditAction);

const actionOf = new Map(known.map((action) => [recordedAs[action], action]));

const newestFirst: Keyset = {
  columns: [
    { column: 'audit_entry.at', type: 'timestamptz' },
    { column: 'audit_entry.id', type: 'uuid' },
  ],
  direction: 'desc',
};

type Row =
  ReturnType<typeof entryRows> extends { execute(): Promise<(infer One)[]> } ? One & ChildRow : never;

/** What is on record of organisations, those merged into them included, newest first. Whoever asks was let in before. */
export function auditByOrganisation(
  reads: Reads<Tables>,
  personal: PersonalSealer,
): PageSource<AuditChoice, Row, AuditEntry> {
  return {
    name: 'audit-log',
    keyOf: ({ occurredAt, id }) => [occurredAt, id],
    nodeOf: (row) => entryOf(personal, row),
    rows: ({ parents, filter, after, size }) =>
      pagesByParent(reads, parents, (parent) =>
        pageOf(entryRows(reads, filter, parent), newestFirst, after, size),
      ) as Promise<Row[]>,
    async counts(parents, filter) {
      const { rows } = await sql<{ parent: string; count: number }>`
        select asked.parent, count(*)::int as count
          from unnest(${parents}::uuid[]) as asked (parent)
          join organisation on asked.parent in (organisation.id, organisation.merged_into)
          join audit_entry on audit_entry.organisation_id = organisation.id and ${isChosen(filter)}
         group by asked.parent`.execute(reads);
      return rows;
    },
  };
}

/** Which entries were asked for, as a condition on `audit_entry`. */
function isChosen({ actions, from, until }: AuditChoice): RawBuilder<boolean> {
  const names = (actions.length === 0 ? known : actions).map((action) => recordedAs[action]);
  return sql<boolean>`(
    audit_entry.action = any (${names}::text[])
    and (${from}::date is null or audit_entry.at >= ${from}::date::timestamp at time zone 'UTC')
    and (${until}::date is null or audit_entry.at < (${until}::date + 1)::timestamp at time zone 'UTC'))`;
}

function entryRows(reads: Reads<Tables>, filter: AuditChoice, organisationId: Expression<string>) {
  const about = sql<string | null>`(audit_entry.detail ->> 'about')`;
  const nameOf = (personId: typeof about) => sql<string | null>`(
    select sealed_name from representative
     where representative.organisation_id = ${organisationId} and representative.person_id = ${personId})`;
  return reads
    .selectFrom('audit_entry')
    .where(
      sql<boolean>`audit_entry.organisation_id in (
        select id from organisation where ${organisationId} in (id, merged_into))`,
    )
    .where(isChosen(filter))
    .select([
      'audit_entry.id',
      sql<string>`${organisationId}`.as('organisationId'),
      'audit_entry.action',
      'audit_entry.at as occurredAt',
      'audit_entry.actor as actorId',
      nameOf(sql`audit_entry.actor`).as('actorName'),
      about.as('aboutId'),
      nameOf(about).as('aboutName'),
      'audit_entry.request_id as requestId',
      sql<{
        capacity?: ActorCapacity;
        scopes?: MandateScope[];
        mandateId?: string;
        statementId?: string;
        signatureId?: string;
      }>`audit_entry.detail`.as('detail'),
    ]);
}

function entryOf(personal: PersonalSealer, { detail, action, requestId, ...row }: Row): AuditEntry {
  const { organisationId, actorId, actorName, aboutId, aboutName } = row;
  const capacity = detail.capacity ?? ('OTHER' as ActorCapacity);
  const person = (personId: string, sealedName: string | null): Representative =>
    representativeOf(personal, { organisationId, personId, sealedName });
  return {
    ...row,
    action: actionOf.get(action) as AuditAction,
    capacity,
    scopes: detail.scopes ?? null,
    mandateId: detail.mandateId ?? null,
    statementId: detail.statementId ?? null,
    signatureId: detail.signatureId ?? null,
    requestId: requestId === '' ? null : requestId,
    actor: capacity === 'HUB' ? null : person(actorId, actorName),
    about: aboutId === null ? null : person(aboutId, aboutName),
  };
}
