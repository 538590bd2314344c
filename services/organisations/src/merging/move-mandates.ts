import { type NewEvent } from '@coalition-hub/subgraph';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../entities/tables.js';

interface MandateRow {
  readonly id: string;
  readonly personId: string;
  readonly scopes: string[];
  readonly statementId: string | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly granted: boolean;
}

/**
 * Makes the kept organisation's what people may do for the merged one.
 * @returns what every service's projection of rights must be told: revoked for the one, granted for the other
 */
export async function moveMandates(
  tx: Kysely<Tables>,
  keptId: string,
  mergedId: string,
): Promise<NewEvent[]> {
  const { rows } = await sql<MandateRow>`
    update mandate set organisation_id = ${keptId}
     where organisation_id = ${mergedId}
    returning id, person_id as "personId", scopes, statement_id as "statementId", starts_on as "startsOn",
              ends_on as "endsOn", revoked_at is null and state = 'GRANTED' as granted`.execute(tx);
  return rows.filter(({ granted }) => granted).flatMap((mandate) => eventsOf(mandate, keptId, mergedId));
}

function eventsOf(
  { id, personId, scopes, statementId, startsOn, endsOn }: MandateRow,
  keptId: string,
  mergedId: string,
): NewEvent[] {
  const told = { mandateId: id, personId };
  return [
    { type: 'MANDATE_REVOKED', subject: id, data: { ...told, organisationId: mergedId } },
    {
      type: 'MANDATE_GRANTED',
      subject: id,
      data: { ...told, organisationId: keptId, scopes, statementId, startsOn, endsOn },
    },
  ];
}
