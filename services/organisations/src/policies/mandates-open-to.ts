import { isInForce } from '@coalition-hub/subgraph';
import { type RawBuilder, sql } from 'kysely';

/**
 * Whether a mandate is a person's own, or of an organisation that the person administers, as a condition on `mandate`.
 * By the registry's own table: who was just let in sees at once what came of it, who was put out sees nothing.
 */
export function isMandateOf(personId: string | null): RawBuilder<boolean> {
  return sql<boolean>`(
    mandate.person_id = ${personId}
    or exists (
      select from mandate as held
       where held.organisation_id = mandate.organisation_id and held.person_id = ${personId}
         and held.state = 'GRANTED' and held.revoked_at is null and 'ADMINISTER' = any (held.scopes)
         and ${isInForce}))`;
}
