import {
  type ChildRow,
  type Keyset,
  type PageSource,
  pageOf,
  pagesByParent,
  type Reads,
  type Rights,
} from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import type { Comment } from '../types/comment.js';
import { type CommentRow, commentColumns, toComment } from './comment-row.js';
import { openComments } from './open-comments.js';

const byAge: Keyset = {
  columns: [
    { column: 'comment.written_at', type: 'timestamptz' },
    { column: 'comment.id', type: 'uuid' },
  ],
  direction: 'asc',
};

/** Comments on what a column of theirs names, oldest first. */
export function commentsBySubject(
  reads: Reads<Tables>,
  rights: () => Promise<Rights>,
  subject: 'comment.statement_id' | 'comment.amendment_id',
): PageSource<null, CommentRow & ChildRow, Comment> {
  const id = sql<string>`${sql.ref(subject)}`;
  return {
    name: `comments by ${subject}`,
    keyOf: ({ writtenAt, id }) => [writtenAt, id],
    nodeOf: ({ parent: _parent, ...row }) => toComment(row),
    async rows({ parents, after, size }) {
      const comments = openComments(reads, await rights()).select(commentColumns);
      return pagesByParent(reads, parents, (parent) =>
        pageOf(comments.where(id, '=', parent), byAge, after, size),
      );
    },
    async counts(parents) {
      return openComments(reads, await rights())
        .where(sql<boolean>`${id} = any (${parents}::uuid[])`)
        .groupBy(id)
        .select([id.as('parent'), sql<number>`count(*)::int`.as('count')])
        .execute();
    },
  };
}
