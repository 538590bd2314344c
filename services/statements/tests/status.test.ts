import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { StatementsHub } from './statements-hub.js';

let hub: StatementsHub;

beforeAll(async () => {
  hub = await StatementsHub.start();
});

afterAll(() => hub.stop());

type Step = 'open' | 'close' | 'deliver' | 'withdraw';

/** What the words of the status mean, said once more in another way. */
function expected(steps: readonly Step[]): string {
  const signing = steps.filter((step) => step === 'open' || step === 'close').at(-1);
  if (steps.includes('withdraw')) return 'WITHDRAWN';
  if (signing === 'open') return 'OPEN';
  if (steps.includes('deliver')) return 'DELIVERED';
  return signing === 'close' ? 'CLOSED' : 'DRAFT';
}

async function take(step: Step, id: string): Promise<void> {
  if (step === 'open') return hub.opened(id);
  if (step === 'close') return hub.closed(id);
  if (step === 'deliver') return hub.delivered(id);
  await hub.withdraw(id);
}

describe('the status of a statement', () => {
  it('is the same in whatever order other services are heard', async () => {
    const seed = Date.now() % 2 ** 31;
    console.info(`seed ${seed}`);
    const steps = fc.array(fc.constantFrom<Step>('open', 'close', 'deliver', 'withdraw'), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        const draft = await hub.draft();
        for (const step of taken) await take(step, draft.id);
        expect(await hub.status(draft.slug)).toBe(expected(taken));
      }),
      { seed, numRuns: 12 },
    );
  });

  it('is open again when signing reopens after a delivery, and delivered when it closes', async () => {
    const draft = await hub.draft();
    for (const step of ['open', 'close', 'deliver', 'open'] as const) await take(step, draft.id);
    expect(await hub.status(draft.slug, null)).toBe('OPEN');
    await hub.closed(draft.id);
    expect(await hub.status(draft.slug, null)).toBe('DELIVERED');
  });
});
