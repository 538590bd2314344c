import type { Rights } from '@coalition-hub/subgraph';
import { type Expression, type RawBuilder, sql } from 'kysely';

/** Rights as SQL reads them. */
export interface RightsInSql {
  /** One column: coalitions that the person coordinates. */
  readonly coordinated: RawBuilder<unknown>;
  /** `organisation_id`, and `statement_id` or null for all statements: the person's mandates. */
  readonly mandates: RawBuilder<unknown>;
}

export function rightsInSql({ coordinates, mandates }: Rights): RightsInSql {
  const organisations = mandates.map(({ organisationId }) => organisationId);
  const statements = mandates.map(({ statementId }) => statementId);
  return {
    coordinated: sql`select unnest(${[...coordinates]}::uuid[])`,
    mandates: sql`select * from unnest(${organisations}::uuid[], ${statements}::uuid[])`,
  };
}

/**
 * The same for a person whose rights are looked up by the query itself, so that it can ask for many persons at once.
 * @param personId null, for who is signed out, has none
 */
export function personsRightsInSql(personId: Expression<string | null>): RightsInSql {
  return {
    coordinated: sql`
      select coalition_id from right_role
       where person_id = ${personId} and role = 'COORDINATOR' and coalition_id is not null`,
    mandates: sql`
      select organisation_id, statement_id from right_mandate
       where person_id = ${personId} and (ends_on is null or ends_on >= (hub_now() at time zone 'UTC')::date)`,
  };
}
