import type { Rights } from '@coalition-hub/subgraph';
import { type Expression, type RawBuilder, sql } from 'kysely';
import { personsRightsInSql, type RightsInSql, rightsInSql } from './rights-in-sql.js';

/**
 * For whom drafts exist, as a condition on `statement`: whose role in the coalition says so, and whoever holds a mandate of a
 * co-author that covers the statement.
 */
export function isInsider(rights: Rights): RawBuilder<boolean> {
  if (rights.roles.length === 0 && rights.mandates.length === 0) return sql<boolean>`false`;
  return isInside(rightsInSql(rights));
}

/** The same for a person whose rights the query looks up. */
export function isInsidePerson(personId: Expression<string | null>): RawBuilder<boolean> {
  return isInside(personsRightsInSql(personId));
}

function isInside({ readable, mandates }: RightsInSql): RawBuilder<boolean> {
  return sql<boolean>`(
    statement.coalition_id in (${readable})
    or exists (
      select from (${mandates}) as mandate (organisation_id, statement_id)
       where mandate.organisation_id = any (statement.co_author_ids)
         and (mandate.statement_id is null or mandate.statement_id = statement.id)))`;
}
