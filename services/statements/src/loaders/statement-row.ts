import { type Reads, type Rights, updatedTo } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import { updateTable } from '../feed/update-table.js';
import { isOpenTo } from '../policies/is-open-to.js';
import type { Statement } from '../types/statement.js';
import type { StatementKind } from '../types/statement-kind.js';
import type { StatementStatus } from '../types/statement-status.js';

export interface StatementRow {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly kind: StatementKind;
  readonly status: StatementStatus;
  readonly coalitionId: string;
  readonly coAuthorIds: readonly string[];
  readonly currentNumber: number;
  readonly createdAt: string;
  readonly updatedTo: number;
}

/**
 * What services say of a statement arrives in any order; the order here decides, not that of arrival. A deadline that
 * has passed closes as `signing.state` does, by the same clock.
 */
const standing = sql<{ status: StatementStatus }>`(
  select case when statement.withdrawn_at is not null then 'WITHDRAWN'
              when statement_state.open and statement_state.closes_at > hub_now() then 'OPEN'
              when statement_state.delivered then 'DELIVERED'
              when statement_state.statement_id is not null then 'CLOSED'
              when statement.consultation_from_number is not null then 'CONSULTATION'
              else 'DRAFT' end as status)`;

/** Read once for each statement: what is filtered by, shown and decided by cannot fall on two sides of a deadline. */
export const statementStatus = sql<StatementStatus>`standing.status`;

export const statementColumns = [
  'statement.id',
  'statement.slug',
  'statement.title',
  sql<StatementKind>`statement.kind`.as('kind'),
  statementStatus.as('status'),
  'statement.coalition_id as coalitionId',
  'statement.co_author_ids as coAuthorIds',
  'statement.current_number as currentNumber',
  'statement.created_at as createdAt',
  updatedTo(updateTable, 'statement.id').as('updatedTo'),
] as const;

/** All statements, public or not. */
export function allStatements(reads: Reads<Tables>) {
  return reads
    .selectFrom('statement')
    .leftJoin('statement_state', 'statement_state.statement_id', 'statement.id')
    .innerJoinLateral(standing.as('standing'), (join) => join.onTrue());
}

/** The statements that exist for a viewer with these rights. */
export function openStatements(reads: Reads<Tables>, rights: Rights) {
  return allStatements(reads).where(isOpenTo(rights));
}

export function toStatement(row: StatementRow): Statement {
  const { coalitionId, coAuthorIds, ...own } = row;
  return { ...own, coalition: { id: coalitionId }, coAuthors: coAuthorIds.map((id) => ({ id })) };
}
