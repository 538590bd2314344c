import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SignatoriesWorld, startSignatoriesWorld } from './signatories-world.js';

let world: SignatoriesWorld;

beforeAll(async () => {
  world = await startSignatoriesWorld();
});
afterAll(() => world.test.stop());

const signers = (count: number) =>
  Promise.all(
    Array.from({ length: count }, (_, number) =>
      world.signer(`Organisation ${String(number).padStart(3, '0')}`, number % 2 === 0 ? 'ES' : null),
    ),
  );

describe('closing a statement for signature', () => {
  it('takes less than a second against thirty signers, and nobody is admitted after the answer', async () => {
    const statement = await world.statement();
    await world.open(statement);
    const crowd = await signers(30);
    await world.test.settled();
    let closed = false;
    const admittedAfter: string[] = [];
    const race = crowd.map(async (signer) => {
      for (;;) {
        const afterClosing = closed;
        const { signature } = await world.sign(statement, signer);
        if (signature && afterClosing) admittedAfter.push(signature.id);
        if (!signature) return;
        await world.withdraw(signature.id, signer.email);
      }
    });
    await sleep(300);
    const begun = performance.now();
    const { list } = await world.close(statement);
    closed = true;
    const took = performance.now() - begun;
    const sizeAtAnswer = (await world.signatures(statement.id)).totalCount;
    await Promise.all(race);
    console.info(`closing against 30 signers took ${took.toFixed(0)} ms; the list has ${list?.size} names`);
    expect(took).toBeLessThan(1_000);
    expect(admittedAfter).toEqual([]);
    // Withdrawing goes on after closing, and what is listed stays shown.
    expect((await world.signatures(statement.id)).totalCount).toBe(sizeAtAnswer);
    expect(sizeAtAnswer).toBe(list?.size);
  });
});
