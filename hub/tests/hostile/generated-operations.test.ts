import { expect, jest, test } from '@jest/globals';
import { Dice } from '../forgery/dice.js';
import type { GraphClient } from '../whole-hub/graph-client.js';
import { harmIn } from './harmless.js';
import { hostileGround } from './hostile-ground.js';
import { HostileOperations } from './hostile-operation.js';

jest.setTimeout(3_600_000);

const count = Number(process.env['HOSTILE_OPERATIONS'] ?? 500);
const atOnce = 8;
/** Caches fill in the first half; what grows in the second grows for ever. In MB. */
const growth = { first: 150, second: 30 };
/** Of PostgreSQL as well: each of four services keeps up to twelve. */
const mostSockets = 100;

const made = hostileGround();

test(`${count} generated operations do no harm`, async () => {
  const { ground } = made;
  const seed = Number(process.env['SEED'] ?? Date.now() % 2_147_483_647);
  console.info(`${count} hostile operations from the seed ${seed}`);
  const dice = new Dice(seed);
  const operations = new HostileOperations(ground.schema, ground.known, dice);
  const clients = [ground.signedOut, ground.administrator];
  const told = new Map<string, number>();
  const harm: string[] = [];

  const ask = async (client: GraphClient) => {
    const { query, variables } = operations.next();
    const { status, text } = await client.ask(query, variables);
    const key = outcomeOf(status, text);
    told.set(key, (told.get(key) ?? 0) + 1);
    for (const what of harmIn(status, text))
      harm.push(`${what}\n${query}\n${JSON.stringify(variables)}\n${text.slice(0, 500)}`);
  };

  for (let warm = 0; warm < 100; warm += 1) await ask(dice.of(clients));
  const before = await ground.holdings();
  const askMany = async (many: number) => {
    let left = many;
    const work = async () => {
      while (left-- > 0) await ask(dice.of(clients));
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    return ground.holdings();
  };
  const halfway = await askMany(count / 2);
  const after = await askMany(count / 2);
  console.info(
    `answers: ${[...told]
      .sort(([, a], [, b]) => b - a)
      .map(([key, times]) => `${key} ${times}`)
      .join(', ')}`,
  );
  console.info(
    `heap ${before.heapMb.toFixed(0)} MB before, ${halfway.heapMb.toFixed(0)} MB halfway, ${after.heapMb.toFixed(0)} MB after; sockets ${before.sockets}, ${after.sockets}`,
  );
  expect([harm.length, harm.slice(0, 5)]).toEqual([0, []]);
  expect(ground.hub.program.alive).toBe(true);
  expect(halfway.heapMb - before.heapMb).toBeLessThan(growth.first);
  expect(after.heapMb - halfway.heapMb).toBeLessThan(growth.second);
  expect(after.sockets).toBeLessThan(mostSockets);
});

function outcomeOf(status: number, text: string): string {
  const [, code = 'data'] = /"errors":\[\{.*?"code":"(\w+)"/.exec(text) ?? [];
  return `${status} ${code}`;
}
