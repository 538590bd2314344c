import { isInForce, type Rights } from '@coalition-hub/subgraph';
import { type Expression, type RawBuilder, sql } from 'kysely';
import { coalitionPermissions } from './coalition-permissions.js';

const readers = coalitionPermissions['read drafts, amendments and comments'];

/** Rights as SQL reads them. */
export interface RightsInSql {
  /** One column: coalitions whose drafts the person may read. */
  readonly readable: RawBuilder<unknown>;
  /** `organisation_id`, and `statement_id` or null for all statements: the person's mandates. */
  readonly mandates: RawBuilder<unknown>;
}

export function rightsInSql(rights: Rights): RightsInSql {
  const { mandates } = rights;
  const organisations = mandates.map(({ organisationId }) => organisationId);
  const statements = mandates.map(({ statementId }) => statementId);
  return {
    readable: sql`select unnest(${rights.coalitionsAs(readers)}::uuid[])`,
    mandates: sql`select * from unnest(${organisations}::uuid[], ${statements}::uuid[])`,
  };
}

/**
 * The same for a person whose rights are looked up by the query itself, so that it can ask for many persons at once.
 * @param personId null, for who is signed out, has none
 */
export function personsRightsInSql(personId: Expression<string | null>): RightsInSql {
  return {
    readable: sql`
      select coalition_id from right_role
       where person_id = ${personId} and role = any (${readers}::text[]) and coalition_id is not null`,
    mandates: sql`
      select organisation_id, statement_id from right_mandate
       where person_id = ${personId} and ${isInForce}`,
  };
}
