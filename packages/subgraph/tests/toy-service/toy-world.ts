import { randomUUID } from 'node:crypto';
import type { ServiceEnvironment, Viewer } from '@coalition-hub/subgraph';
import { TestSubgraph } from '@coalition-hub/testkit';
import { sql } from 'kysely';
import { definition, startToy } from './toy-service.js';

export interface Written {
  readonly __typename: string;
  readonly code?: string;
  readonly field?: string;
  readonly note?: { readonly id: string; readonly title: string };
}

const write = `mutation ($input: WriteNoteInput!) { writeNote(input: $input) { __typename
  ... on WriteNoteSuccess { note { id title } } ... on Refusal { code } ... on InvalidInput { field } } }`;

/** The toy on a database of its own, a board and its coordinator. */
export async function startToyWorld(
  change: (environment: ServiceEnvironment) => ServiceEnvironment | Promise<ServiceEnvironment> = same,
) {
  const test = await TestSubgraph.start({
    definition,
    start: async (environment) => startToy(await change(environment)),
  });
  const boardId = randomUUID();
  const coordinator = test.viewer('coordinator@example.org');
  const stranger = test.viewer('stranger@example.org');
  const { reads } = test.subgraph.service.database;

  const createBoard = async (coalitionId: string) => {
    const data = { coalitionId, slug: coalitionId, name: 'A coalition' };
    await test.streams.organisations.append({ type: 'COALITION_CREATED', subject: coalitionId, data });
  };
  const grant = async ({ personId }: Viewer, coalitionId: string) => {
    const roleId = randomUUID();
    const data = { roleId, personId, coalitionId, role: 'COORDINATOR' };
    await test.streams.organisations.append({ type: 'ROLE_GRANTED', subject: roleId, data });
  };
  await createBoard(boardId);
  await grant(coordinator, boardId);
  await test.settled();

  return {
    ...{ test, boardId, coordinator, stranger, reads, createBoard, grant },

    async writeNote(input: object, viewer: Viewer = coordinator): Promise<Written> {
      const variables = { input: { boardId, title: 'A note', ...input } };
      const { writeNote } = await test.data<{ writeNote: Written }>(write, { variables, viewer });
      return writeNote;
    },

    /** Rows of everything that a command writes. */
    async stored(): Promise<unknown> {
      const { rows } = await sql`select
        (select count(*)::int from note) as notes,
        (select count(*)::int from outbox) as events,
        (select count(*)::int from audit_entry) as audits,
        (select count(*)::int from idempotency_key) as keys`.execute(reads);
      return rows[0];
    },
  };
}

export type ToyWorld = Awaited<ReturnType<typeof startToyWorld>>;

const same = (environment: ServiceEnvironment) => environment;
