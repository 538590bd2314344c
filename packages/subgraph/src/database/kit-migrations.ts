import type { MigrationObject } from '@mikro-orm/core';
import { Migration } from '@mikro-orm/migrations';
import { nonceTable } from '../message-signatures/nonce-table.js';
import { outboxTables } from '../outbox/outbox-tables.js';
import { auditForgetsPeople } from '../personal/erased-audit.js';
import { projectionTables } from '../projections/projection-tables.js';
import { rightsTables } from '../rights/rights-tables.js';

/** Every rule about time asks `hub_now()`; only tests put another clock in its place. */
const hubNow = `create function hub_now() returns timestamptz language sql volatile as 'select clock_timestamp()'`;

const idempotency = `
  create table idempotency_key (
    operation text not null,
    key text not null,
    caller text not null,
    input_digest text not null,
    answer jsonb,
    created_at timestamptz not null default hub_now(),
    primary key (operation, key)
  )`;

/** Who did what: ids only, no names, no addresses. */
const audit = `
  create table audit_entry (
    id uuid primary key,
    at timestamptz not null default hub_now(),
    action text not null,
    actor text not null,
    subject text not null,
    request_id text not null,
    detail jsonb not null
  )`;

class Kit001 extends Migration {
  override up(): void {
    for (const statement of [
      hubNow,
      idempotency,
      audit,
      ...outboxTables,
      ...projectionTables,
      ...rightsTables,
    ]) {
      this.addSql(statement);
    }
  }
}

/** Lets expired keys be found without reading all of them. */
class Kit002 extends Migration {
  override up(): void {
    this.addSql('create index idempotency_key_by_age on idempotency_key (created_at)');
  }
}

/** Lets a subgraph behind HTTP know which of the gateway's messages it has had. */
class Kit003 extends Migration {
  override up(): void {
    for (const statement of nonceTable) this.addSql(statement);
  }
}

/** Whoever may write to the database through the service cannot take back what is on record. */
const auditIsAppendOnly = [
  `create function refuse_change_of_audit() returns trigger language plpgsql as $$
     begin raise exception 'the audit is append-only' using errcode = 'insufficient_privilege'; end $$`,
  `create trigger audit_entry_append_only before update or delete or truncate on audit_entry
     for each statement execute function refuse_change_of_audit()`,
];

/** Mandates with a first day, and an audit that the organisation concerned can read. */
class Kit004 extends Migration {
  override up(): void {
    for (const statement of [
      'alter table right_mandate add starts_on date',
      'alter table audit_entry add organisation_id uuid',
      `create index audit_entry_of_organisation on audit_entry (organisation_id, at, id)
         where organisation_id is not null`,
      ...auditIsAppendOnly,
      'revoke update, delete, truncate on audit_entry from current_user',
    ]) {
      this.addSql(statement);
    }
  }
}

/** Who is erased is erased from the audit too. */
class Kit005 extends Migration {
  override up(): void {
    for (const statement of auditForgetsPeople) this.addSql(statement);
  }
}

export const kitMigrations: readonly MigrationObject[] = [
  { name: '000-kit-001', class: Kit001 },
  { name: '000-kit-002', class: Kit002 },
  { name: '000-kit-003', class: Kit003 },
  { name: '000-kit-004', class: Kit004 },
  { name: '000-kit-005', class: Kit005 },
];
