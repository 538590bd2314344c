import type { MandateRight, Rights } from '@coalition-hub/subgraph';
import { type RawBuilder, sql } from 'kysely';

/** What a person coordinates, as a condition on `known_statement`. */
export function isCoordinated({ coordinates }: Rights): RawBuilder<boolean> {
  return sql<boolean>`known_statement.coalition_id = any(${[...coordinates]}::uuid[])`;
}

/**
 * Whether somebody who may act for the invited organisation sees the invitation, as a condition on
 * `signing_invitation`. Not before the statement is opened for the first time: nobody learns of a draft by being
 * invited to sign it.
 */
export function isOfOwnOrganisation({ mandates }: Rights): RawBuilder<boolean> {
  const column = (of: (mandate: MandateRight) => string | null) => sql`${mandates.map(of)}::uuid[]`;
  return sql<boolean>`(
    exists (select from signing_window where statement_id = signing_invitation.statement_id)
    and exists (
      select from unnest(${column(({ organisationId }) => organisationId)}, ${column(({ statementId }) => statementId)})
        as mandate(organisation_id, statement_id)
       where mandate.organisation_id = signing_invitation.organisation_id
         and (mandate.statement_id is null or mandate.statement_id = signing_invitation.statement_id)))`;
}
