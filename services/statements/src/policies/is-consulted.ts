import type { Rights } from '@coalition-hub/subgraph';
import { type Expression, type RawBuilder, sql } from 'kysely';
import { isCurrentMember } from './is-current-member.js';
import { personsRightsInSql, type RightsInSql, rightsInSql } from './rights-in-sql.js';

/**
 * Who was let in by a consultation, as a condition on `statement`: whoever holds a mandate, covering the statement, of
 * an organisation that is a member of the coalition now. They stay in when it ends: they have read the draft.
 */
export function isConsulted(rights: Rights): RawBuilder<boolean> {
  if (rights.mandates.length === 0) return sql<boolean>`false`;
  return isLetIn(rightsInSql(rights));
}

/** The same for a person whose rights the query looks up. */
export function isConsultedPerson(personId: Expression<string | null>): RawBuilder<boolean> {
  return isLetIn(personsRightsInSql(personId));
}

function isLetIn({ mandates }: RightsInSql): RawBuilder<boolean> {
  return sql<boolean>`(
    statement.consultation_from_number is not null
    and exists (
      select from (${mandates}) as mandate (organisation_id, statement_id)
        join known_membership on known_membership.organisation_id = mandate.organisation_id
       where known_membership.coalition_id = statement.coalition_id
         and (mandate.statement_id is null or mandate.statement_id = statement.id)
         and ${isCurrentMember}))`;
}
