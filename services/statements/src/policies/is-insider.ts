import type { Rights } from '@coalition-hub/subgraph';
import { type Expression, type RawBuilder, sql } from 'kysely';

/** Rights as SQL reads them. */
interface RightsInSql {
  /** One column: coalitions that the person coordinates. */
  readonly coordinated: RawBuilder<unknown>;
  /** `organisation_id`, and `statement_id` or null for all statements: the person's mandates. */
  readonly mandates: RawBuilder<unknown>;
}

/**
 * For whom drafts exist, as a condition on `statement`: coordinators of the coalition, and whoever holds a mandate of a
 * co-author that covers the statement.
 */
export function isInsider({ coordinates, mandates }: Rights): RawBuilder<boolean> {
  if (coordinates.size === 0 && mandates.length === 0) return sql<boolean>`false`;
  const organisations = mandates.map(({ organisationId }) => organisationId);
  const statements = mandates.map(({ statementId }) => statementId);
  return isInside({
    coordinated: sql`select unnest(${[...coordinates]}::uuid[])`,
    mandates: sql`select * from unnest(${organisations}::uuid[], ${statements}::uuid[])`,
  });
}

/**
 * The same for a person whose rights are looked up by the query itself, so that it can ask for many persons at once.
 * @param personId null, for who is signed out, is no insider
 */
export function isInsidePerson(personId: Expression<string | null>): RawBuilder<boolean> {
  return isInside({
    coordinated: sql`
      select coalition_id from right_role
       where person_id = ${personId} and role = 'COORDINATOR' and coalition_id is not null`,
    mandates: sql`
      select organisation_id, statement_id from right_mandate
       where person_id = ${personId} and (ends_on is null or ends_on >= (hub_now() at time zone 'UTC')::date)`,
  });
}

function isInside({ coordinated, mandates }: RightsInSql): RawBuilder<boolean> {
  return sql<boolean>`(
    statement.coalition_id in (${coordinated})
    or exists (
      select from (${mandates}) as mandate (organisation_id, statement_id)
       where mandate.organisation_id = any (statement.co_author_ids)
         and (mandate.statement_id is null or mandate.statement_id = statement.id)))`;
}
