import {
  type ChildRow,
  type CursorSealer,
  isUuid,
  type Keyset,
  PageLoader,
  type PageSource,
  pageOf,
  pagesByParent,
  type Reads,
  type RequestContext,
  rowsByKey,
  type Tools,
} from '@coalition-hub/subgraph';
import DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { Tables } from './tables.js';
import type { Note } from './types.js';

export type Context = RequestContext<Tables, Loaders, Tools>;

export type Loaders = ReturnType<typeof createLoaders>;

const columns = ['note.id', 'note.title', 'note.board_id as boardId'] as const;

export function createLoaders({ reads, sealer }: { reads: Reads<Tables>; sealer: CursorSealer }) {
  return { notesById: notesById(reads), notesByBoard: new PageLoader(notesByBoard(reads), sealer) };
}

function notesById(reads: Reads<Tables>) {
  return new DataLoader(async (ids: readonly string[]) => {
    const rows = await reads
      .selectFrom('note')
      .select(columns)
      .where('id', '=', (eb) => eb.fn.any(eb.val(ids.filter(isUuid))))
      .execute();
    return rowsByKey(ids, rows, ({ id }) => id);
  });
}

const byTitle: Keyset = {
  columns: [
    { column: 'note.title', type: 'text' },
    { column: 'note.id', type: 'uuid' },
  ],
  direction: 'asc',
};

function notesByBoard(reads: Reads<Tables>): PageSource<null, Note & ChildRow, Note> {
  return {
    name: 'notes',
    keyOf: ({ title, id }) => [title, id],
    nodeOf: (row) => row,
    rows: ({ parents, after, size }) =>
      pagesByParent(reads, parents, (parent) =>
        pageOf(
          reads.selectFrom('note').where('note.board_id', '=', parent).select(columns),
          byTitle,
          after,
          size,
        ),
      ),
    counts: (parents) =>
      reads
        .selectFrom('note')
        .where('board_id', '=', (eb) => eb.fn.any(eb.val(parents)))
        .groupBy('board_id')
        .select(['board_id as parent', sql<number>`count(*)::int`.as('count')])
        .execute(),
  };
}
