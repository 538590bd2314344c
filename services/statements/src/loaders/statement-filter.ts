import { isUuid } from '@coalition-hub/subgraph';
import { type RawBuilder, sql } from 'kysely';
import { matchesSearch, matchesSearchIn } from '../search/matches-search.js';
import type { StatementFilter } from '../types/filters.js';
import { statementStatus } from './statement-row.js';

/** The condition on statements that a filter stands for; an empty list chooses nothing, a blank search everything. */
export function matchesStatement(filter: StatementFilter | null | undefined): RawBuilder<boolean> {
  const conditions: RawBuilder<boolean>[] = [];
  if (filter?.statuses) conditions.push(sql<boolean>`${statementStatus} = any(${filter.statuses})`);
  if (filter?.kinds) conditions.push(sql<boolean>`statement.kind = any(${filter.kinds})`);
  if (filter?.coalitionId != null) conditions.push(belongsTo(filter.coalitionId));
  const search = filter?.search?.trim() || null;
  if (filter?.language != null) conditions.push(matchesSearchIn(filter.language, search));
  else if (search !== null) conditions.push(matchesSearch(search));
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}

function belongsTo(coalitionId: string): RawBuilder<boolean> {
  return isUuid(coalitionId)
    ? sql<boolean>`statement.coalition_id = ${coalitionId}::uuid`
    : sql<boolean>`false`;
}
