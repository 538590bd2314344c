import { expect, jest, test } from '@jest/globals';
import { handMade, neverSeen } from './hand-made-operations.js';
import { hostileGround } from './hostile-ground.js';

jest.setTimeout(600_000);

const rounds = Number(process.env['HOSTILE_ROUNDS'] ?? 5);
/** Of processor time, in ms. */
const bound = 50;

const made = hostileGround();

test(`no refusal takes more than ${bound} ms of processor time`, async () => {
  const { ground } = made;
  const costs: { name: string; ms: number; refused: boolean }[] = [];
  const ask = async (name: string, index: number) => {
    const { query, variables } = neverSeen(handMade[name] ?? { query: '', variables: {} }, index);
    return ground.signedOut.ask(query, variables);
  };
  // Code that has not run before is slower than it will ever be again.
  for (const name of Object.keys(handMade)) for (let index = 0; index < 3; index += 1) await ask(name, index);
  for (const name of Object.keys(handMade)) {
    const before = await ground.cpu();
    let refused = true;
    for (let round = 0; round < rounds; round += 1) {
      const { text } = await ask(name, 1_000 + round);
      refused &&= text.startsWith('{"errors"');
    }
    costs.push({ name, ms: ((await ground.cpu()) - before) / rounds, refused });
  }
  const refusals = costs.filter(({ refused }) => refused).sort((one, other) => other.ms - one.ms);
  console.info(refusals.map(({ name, ms }) => `${ms.toFixed(1)} ms ${name}`).join('\n'));
  expect(refusals.length).toBeGreaterThan(20);
  expect(refusals.filter(({ ms }) => ms > bound)).toEqual([]);
});
