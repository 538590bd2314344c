import { type CommandScope, refuse } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import { NotMember } from '../types/coalition-life-refusals.js';

export interface MemberDays {
  readonly coalitionId: string;
  readonly organisationId: string;
  readonly since: string;
  /** Null: without an end. */
  readonly until: string | null;
}

/**
 * Refuses unless the organisation is a member of the coalition on all of these days, in one stay or in several that
 * follow on each other. The stays stay as they are until the end of the transaction.
 */
export async function requireMembership({ sql: tx }: CommandScope<Tables>, days: MemberDays): Promise<void> {
  const { coalitionId, organisationId, since, until } = days;
  await sql`
    select id from membership
     where coalition_id = ${coalitionId} and organisation_id = ${organisationId}
     order by id for share`.execute(tx);
  const { rows } = await sql<{ covered: boolean | null }>`
    select daterange(${since}::date, ${until}::date, '[]') <@ range_agg(daterange(joined_on, ended_on, '[]')) as covered
      from membership
     where coalition_id = ${coalitionId} and organisation_id = ${organisationId}`.execute(tx);
  if (rows[0]?.covered !== true) refuse(new NotMember());
}
