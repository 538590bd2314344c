import { type Kysely, sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import { type NamedOrganisation, nameKeysOf } from './name-keys.js';

/** Makes the keys of these organisations anew, in the transaction that has changed their names. */
export async function writeNameKeys(
  tx: Kysely<Tables>,
  organisations: readonly NamedOrganisation[],
): Promise<void> {
  if (organisations.length === 0) return;
  await dropNameKeys(
    tx,
    organisations.map(({ id }) => id),
  );
  await sql`
    insert into name_key (organisation_id, position, identity, country, keys, latin)
    select * from jsonb_to_recordset(${JSON.stringify(nameKeysOf(organisations))}::jsonb)
      as entry (organisation_id uuid, position integer, identity text, country text, keys text[], latin boolean)`.execute(
    tx,
  );
}

/** An organisation without keys is not found by its names. */
export async function dropNameKeys(tx: Kysely<Tables>, ids: readonly string[]): Promise<void> {
  await sql`delete from name_key where organisation_id = any(${ids}::uuid[])`.execute(tx);
}
