import type { EntityClass } from '@mikro-orm/core';
import type { Generated } from 'kysely';

/** Columns of the tables that every service has; created by `kit-migrations.ts`. */
export interface KitTables {
  idempotency_key: {
    operation: string;
    key: string;
    caller: string;
    /** Keyed digest of the input, see `InputDigester`. */
    input_digest: string;
    answer: unknown;
  };
  audit_entry: {
    id: string;
    action: string;
    actor: string;
    subject: string;
    request_id: string;
    detail: unknown;
    /** ISO 8601; the database's time. */
    at: Generated<string>;
    /** Whose own log it is in, if anybody's. */
    organisation_id: string | null;
  };
  right_role: { id: string; person_id: string; coalition_id: string | null; role: string };
  right_mandate: {
    mandate_id: string;
    organisation_id: string;
    person_id: string;
    scopes: string[];
    statement_id: string | null;
    starts_on: string | null;
    ends_on: string | null;
  };
}

/** The kit's tables are written by plain SQL only. */
export const kitEntities: readonly EntityClass<object>[] = [];
