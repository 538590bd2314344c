import type { Comment } from '../types/comment.js';

export interface CommentRow extends Omit<Comment, 'organisation'> {
  readonly organisationId: string | null;
}

export const commentColumns = [
  'comment.id',
  'comment.statement_id as statementId',
  'comment.amendment_id as amendmentId',
  'comment.organisation_id as organisationId',
  'comment.text',
  'comment.written_at as writtenAt',
] as const;

export function toComment(row: CommentRow): Comment {
  const { organisationId, ...own } = row;
  return { ...own, organisation: organisationId === null ? null : { id: organisationId } };
}
