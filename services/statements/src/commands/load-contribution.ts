import { type CommandScope, holdMerges, survivorsOf } from '@coalition-hub/subgraph';
import type { Tables } from '../entities/tables.js';
import type { Contribution } from '../policies/can-propose-amendment.js';
import { isCurrentMember } from '../policies/is-current-member.js';
import { loadStatement, type StatementSubject } from './load-statement.js';

/** A statement, and for whom the person may speak about it. */
export type ContributionSubject = StatementSubject & Contribution;

/**
 * As `loadStatement`, with the co-authors and members of the coalition that sent the person, which stay the
 * organisations that they are until the end of the transaction. Rights and memberships may not have followed a merge
 * yet: whom a merged organisation sent speaks for the one that it is now.
 */
export async function loadContribution(
  scope: CommandScope<Tables>,
  statementId: string,
): Promise<ContributionSubject | null> {
  await holdMerges(scope.sql);
  const statement = await loadStatement(scope, statementId);
  if (statement === null) return null;
  const survivors = await survivorsOf(scope.sql, scope.rights.organisationsFor(statement.id));
  const members = await currentMembers(scope, statement.coalitionId, [...survivors].flat());
  const isHeard = (id: string) => members.has(id) || statement.coAuthorIds.includes(id);
  const heard = [...survivors].filter(([sent, now]) => isHeard(sent) || isHeard(now));
  return { ...statement, voices: [...new Set(heard.map(([, now]) => now))] };
}

async function currentMembers(
  scope: CommandScope<Tables>,
  coalitionId: string,
  organisationIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await scope.sql
    .selectFrom('known_membership')
    .select('organisation_id as id')
    .where('coalition_id', '=', coalitionId)
    .where('organisation_id', '=', (eb) => eb.fn.any(eb.val(organisationIds)))
    .where(isCurrentMember)
    .execute();
  return new Set(rows.map(({ id }) => id));
}
