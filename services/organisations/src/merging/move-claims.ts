import { holdPersonalKeys } from '@coalition-hub/subgraph';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../entities/tables.js';

/** Of two claims of one person that wait, the kept organisation's waits on; so does what it calls somebody. */
export async function moveClaims(tx: Kysely<Tables>, keptId: string, mergedId: string): Promise<void> {
  await sql`
    delete from organisation_claim as double
     where double.organisation_id = ${mergedId} and double.state = 'PENDING'
       and exists (
         select from organisation_claim as own
          where own.organisation_id = ${keptId} and own.state = 'PENDING'
            and own.person_id = double.person_id and own.way = double.way)`.execute(tx);
  await sql`
    update organisation_claim set organisation_id = ${keptId} where organisation_id = ${mergedId}`.execute(
    tx,
  );
  await holdPersonalKeys(tx);
  await sql`
    with gone as (delete from representative where organisation_id = ${mergedId} returning person_id, sealed_name)
    insert into representative (organisation_id, person_id, sealed_name)
    select ${keptId}, person_id, sealed_name from gone
        on conflict do nothing`.execute(tx);
}
