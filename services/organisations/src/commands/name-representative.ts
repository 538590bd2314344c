import { type CommandScope, cleanLine, type PersonalSealer } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import { placeOfName } from '../loaders/representative.js';

/** Null for none. @throws Refused InvalidInput for what is no name */
export async function sealedNameOf(
  tx: CommandScope<Tables>['sql'],
  personal: PersonalSealer,
  personId: string,
  name: string | null | undefined,
): Promise<string | null> {
  if (name == null) return null;
  return personal.seal(tx, placeOfName(personId), cleanLine(name, { field: 'name', max: 100 }));
}

/** Remembers what an organisation calls a person; what it said before stays if it says nothing. */
export async function nameRepresentative(
  { sql: tx }: CommandScope<Tables>,
  personal: PersonalSealer,
  { organisationId, personId }: { readonly organisationId: string; readonly personId: string },
  name: string | null | undefined,
): Promise<void> {
  const sealed = await sealedNameOf(tx, personal, personId, name);
  if (sealed === null) return;
  await sql`
    insert into representative (organisation_id, person_id, sealed_name)
    values (${organisationId}, ${personId}, ${sealed})
        on conflict (organisation_id, person_id) do update set sealed_name = excluded.sealed_name`.execute(
    tx,
  );
}
