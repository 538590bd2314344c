import { sql } from 'kysely';
import type { Amendment } from '../types/amendment.js';
import type { AmendmentState } from '../types/amendment-state.js';

export interface AmendmentRow extends Omit<Amendment, 'proposedBy'> {
  readonly organisationId: string;
}

export const amendmentColumns = [
  'amendment.id',
  'amendment.statement_id as statementId',
  'amendment.revision_number as revisionNumber',
  'amendment.passage',
  'amendment.replacement',
  'amendment.reason',
  'amendment.organisation_id as organisationId',
  'amendment.proposed_at as proposedAt',
  sql<AmendmentState>`amendment.state`.as('state'),
  'amendment.note',
  'amendment.decided_at as decidedAt',
  'amendment.resulting_revision_id as resultingRevisionId',
] as const;

export function toAmendment(row: AmendmentRow): Amendment {
  const { organisationId, ...own } = row;
  return { ...own, proposedBy: { id: organisationId } };
}
