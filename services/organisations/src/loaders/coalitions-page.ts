import {
  type CursorSealer,
  type Keyset,
  type PageArgs,
  pageOf,
  type Reads,
  rootPage,
} from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import { coalitionColumns } from './coalition-columns.js';

const byName: Keyset = {
  columns: [
    { column: 'coalition.name', type: 'text' },
    { column: 'coalition.id', type: 'uuid' },
  ],
  direction: 'asc',
};

export function coalitionsPage(reads: Reads<Tables>, sealer: CursorSealer, args: PageArgs) {
  return rootPage(
    {
      sealer,
      order: { list: 'coalitions', keyOf: ({ name, id }: { name: string; id: string }) => [name, id] },
      nodeOf: (row) => row,
      rows: (after, size) =>
        pageOf(reads.selectFrom('coalition').select(coalitionColumns), byName, after, size).execute(),
      count: async () => {
        const count = sql<number>`count(*)::int`.as('count');
        return (await reads.selectFrom('coalition').select(count).executeTakeFirstOrThrow()).count;
      },
    },
    args,
  );
}
