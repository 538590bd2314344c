import type { NewEvent, OrganisationMerge, Reads } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';

interface Repeat {
  readonly signatureId: string;
  readonly statementId: string;
  readonly country: string | null;
  readonly region: string | null;
}

/**
 * Where both organisations signed, one signature counts: the organisation's own before one that was only reported of
 * it, and of equal ones the earlier. The other is kept, shown as long as a frozen list names it.
 * @returns what to tell of signatures that do not count any more
 */
export async function setRepeatsAside(
  tx: Reads<Tables>,
  { keptId, mergedId }: OrganisationMerge,
): Promise<NewEvent[]> {
  const { rows } = await sql<Repeat>`
    with standing as (
      select id, row_number() over (
               partition by statement_id
               order by (provenance = 'SIGNED_BY_MANDATE') desc, signed_at, id) as turn
        from signature
       where organisation_id in (${keptId}, ${mergedId}) and status = 'SIGNED' and shown
    )
    update signature
       set status = 'REPEATED',
           shown = exists (select from list_entry where signature_id = signature.id)
      from standing
     where standing.id = signature.id and turn > 1 and status = 'SIGNED'
    returning signature.id as "signatureId", statement_id as "statementId", country, region`.execute(tx);
  return rows.map(({ signatureId, ...told }) => ({
    type: 'SIGNATURE_REPEATED',
    subject: signatureId,
    data: { signatureId, organisationId: keptId, ...told },
  }));
}
