import { setHubTime } from '@coalition-hub/testkit';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { StatementsHub } from './statements-hub.js';

let hub: StatementsHub;

beforeAll(async () => {
  hub = await StatementsHub.start();
});

afterEach(() => setHubTime(hub.test.database.adminUrl, null));
afterAll(() => hub.stop());

const deadline = '2031-05-01T12:00:00.000Z';
const moveTo = (time: string) => setHubTime(hub.test.database.adminUrl, time);

/** Titles by status, as filters choose them and as the field says, by each way that leads to statements. */
async function listed(status: string): Promise<{ root: string[]; coalition: string[]; counted: number }> {
  const { statements, _entities } = await hub.test.data<Lists>(
    `query ($statuses: [StatementStatus!], $refs: [_Any!]!) {
      statements(filter: { statuses: $statuses }, orderBy: TITLE, first: 200) {
        totalCount edges { node { title status } } }
      _entities(representations: $refs) { ... on Coalition { statements(first: 200) { edges { node { title status } } } } }
    }`,
    {
      variables: { statuses: [status], refs: [{ __typename: 'Coalition', id: hub.coalitionId }] },
      viewer: hub.coordinator,
    },
  );
  const all = _entities[0].statements.edges.map(({ node }) => node);
  expect(statements.edges.every(({ node }) => node.status === status)).toBe(true);
  return {
    root: statements.edges.map(({ node }) => node.title),
    coalition: all.filter((node) => node.status === status).map(({ title }) => title),
    counted: statements.totalCount,
  };
}

interface List {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: { readonly title: string; readonly status: string } }[];
}

interface Lists {
  readonly statements: List;
  readonly _entities: readonly [{ readonly statements: List }];
}

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

  it('is no longer open from the deadline on, though nobody closes', async () => {
    const draft = await hub.draft();
    await hub.opened(draft.id, 1, deadline);
    await moveTo('2031-05-01T11:59:59.999Z');
    expect(await hub.status(draft.slug, null)).toBe('OPEN');
    await moveTo(deadline);
    expect(await hub.status(draft.slug, null)).toBe('CLOSED');
    expect(await hub.status(draft.slug)).toBe('CLOSED');
    await hub.opened(draft.id, 1, '2031-06-01T00:00:00.000Z');
    expect(await hub.status(draft.slug, null)).toBe('OPEN');
    await moveTo('2031-06-01T00:00:00.001Z');
    expect(await hub.status(draft.slug, null)).toBe('CLOSED');
    await hub.delivered(draft.id);
    expect(await hub.status(draft.slug, null)).toBe('DELIVERED');
  });

  it('is the same in filters, counts and fields on both sides of a deadline', async () => {
    const draft = await hub.draft({ title: 'Passing its deadline' });
    await hub.opened(draft.id, 1, deadline);
    const has = async (status: string) => {
      const { root, coalition, counted } = await listed(status);
      expect(counted).toBe(root.length);
      expect(new Set(coalition)).toEqual(new Set(root));
      return root.includes('Passing its deadline');
    };
    await moveTo('2031-05-01T11:59:59.999Z');
    expect([await has('OPEN'), await has('CLOSED')]).toEqual([true, false]);
    await moveTo(deadline);
    expect([await has('OPEN'), await has('CLOSED')]).toEqual([false, true]);
  });

  it('stays closed to editing when its deadline has passed', async () => {
    const draft = await hub.draft();
    await hub.opened(draft.id, 1, deadline);
    await moveTo(deadline);
    expect(await hub.revise(draft.id, 1)).toMatchObject({ code: 'STATEMENT_NOT_EDITABLE' });
  });
});
