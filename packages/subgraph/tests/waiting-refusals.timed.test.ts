import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { startToyWorld, type ToyWorld } from './toy-service/toy-world.js';

let world: ToyWorld;

beforeAll(async () => {
  world = await startToyWorld();
});
afterAll(() => world.test.stop());

describe('a refusal waits until the projections hold what was acknowledged before', () => {
  test('a board and a role of a moment ago count, however slowly they are applied', async () => {
    const boardId = randomUUID();
    const newcomer = world.test.viewer('newcomer@example.org');
    const held = await holdProjections();
    await world.createBoard(boardId);
    await world.grant(newcomer, boardId);
    let answered = false;
    const answer = world.writeNote({ boardId }, newcomer).finally(() => {
      answered = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(answered).toBe(false);
    await held.release();
    expect(await answer).toMatchObject({ __typename: 'WriteNoteSuccess' });
  });

  test('it does not wait longer than 2 s', async () => {
    const held = await holdProjections();
    try {
      await world.createBoard(randomUUID());
      const began = performance.now();
      const answer = await world.writeNote({ boardId: randomUUID() });
      expect(answer).toMatchObject({ __typename: 'NotFound' });
      expect(performance.now() - began).toBeGreaterThan(1_900);
      expect(performance.now() - began).toBeLessThan(3_000);
    } finally {
      await held.release();
    }
    await world.test.settled();
  });

  test('what is wrong with the input itself is said at once', async () => {
    const held = await holdProjections();
    try {
      await world.createBoard(randomUUID());
      const began = performance.now();
      expect(await world.writeNote({ title: '' })).toMatchObject({ __typename: 'InvalidInput' });
      expect(performance.now() - began).toBeLessThan(1_000);
    } finally {
      await held.release();
    }
  });
});

/** Until released, nobody writes the tables that the projections fill; reading goes on. */
async function holdProjections(): Promise<{ release(): Promise<void> }> {
  const locked = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const holding = world.test.subgraph.service.database.transaction(async (unit) => {
    await sql`lock table board, right_role in share mode`.execute(unit.sql);
    locked.resolve();
    await release.promise;
  });
  await locked.promise;
  return {
    release: () => {
      release.resolve();
      return holding;
    },
  };
}
