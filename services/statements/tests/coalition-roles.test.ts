import { randomUUID } from 'node:crypto';
import type { CoalitionPersonRole } from '@coalition-hub/bus';
import type { Viewer } from '@coalition-hub/subgraph';
import { setHubTime } from '@coalition-hub/testkit';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { StatementsHub } from './statements-hub.js';

let hub: StatementsHub;

beforeAll(async () => {
  hub = await StatementsHub.start();
});

afterEach(() => setHubTime(hub.test.database.adminUrl, null));

afterAll(() => hub.stop());

const roles = ['COORDINATOR', 'OFFICER', 'EDITOR', 'TRANSLATOR', 'OBSERVER'] as const;

type Action = (viewer: Viewer) => Promise<unknown>;

async function draftWithAmendment() {
  const draft = await hub.draft();
  const proposer = hub.test.viewer(`${randomUUID()}@example.org`);
  await hub.grantMandate(proposer, hub.coAuthorIds[0] ?? '', ['SIGN']);
  await hub.test.settled();
  const { amendment } = await hub.mutate<{ amendment: { id: string } }>(
    'proposeAmendment',
    {
      statementId: draft.id,
      revisionNumber: 1,
      passage: 'independent',
      replacement: 'swift',
      organisationId: hub.coAuthorIds[0],
      reason: 'Time matters.',
    },
    'amendment { id }',
    proposer,
  );
  return { ...draft, amendmentId: amendment?.id };
}

/** What may be done in which roles; each on a draft of its own. */
const actions: Record<string, { readonly may: readonly CoalitionPersonRole[]; prepare(): Promise<Action> }> =
  {
    reviseStatement: {
      may: ['COORDINATOR', 'EDITOR'],
      async prepare() {
        const { id } = await hub.draft();
        return (viewer) => hub.revise(id, 1, {}, viewer);
      },
    },
    decideAmendment: {
      may: ['COORDINATOR', 'EDITOR'],
      async prepare() {
        const { amendmentId } = await draftWithAmendment();
        return (viewer) =>
          hub.mutate('decideAmendment', { amendmentId, decision: 'ACCEPT' }, 'amendment { id }', viewer);
      },
    },
    addTranslation: {
      may: ['COORDINATOR', 'EDITOR', 'TRANSLATOR'],
      async prepare() {
        const { id: statementId } = await hub.draft();
        const text = { revisionNumber: 1, language: 'es', title: 'Impunidad', text: 'Pedimos.' };
        return (viewer) =>
          hub.mutate('addTranslation', { statementId, ...text }, 'translation { id }', viewer);
      },
    },
    commentOnStatement: {
      may: ['COORDINATOR'],
      async prepare() {
        const { id: statementId } = await hub.draft();
        return (viewer) =>
          hub.mutate('commentOnStatement', { statementId, text: 'Well.' }, 'comment { id }', viewer);
      },
    },
    startConsultation: {
      may: ['COORDINATOR'],
      async prepare() {
        const { id } = await hub.draft();
        return (viewer) => hub.consult(id, viewer);
      },
    },
    withdrawStatement: {
      may: ['COORDINATOR'],
      async prepare() {
        const { id } = await hub.draft();
        return (viewer) => hub.withdraw(id, {}, viewer);
      },
    },
    createStatement: {
      may: ['COORDINATOR'],
      async prepare() {
        return (viewer) => hub.create({}, viewer);
      },
    },
  };

describe.each(Object.entries(actions))('%s', (_name, { may, prepare }) => {
  it.each(roles)(`is for ${may.join(', ')} and no other role: %s`, async (role) => {
    const viewer = hub.test.viewer(`${randomUUID()}@example.org`);
    const elsewhere = hub.test.viewer(`${randomUUID()}@example.org`);
    await hub.grantRole(viewer, hub.coalitionId, role);
    await hub.grantRole(elsewhere, randomUUID(), role);
    await hub.test.settled();
    const act = await prepare();
    expect(await refusalOf(() => act(elsewhere))).toMatch(/^(FORBIDDEN|NOT_FOUND)$/);
    const refused = await refusalOf(() => act(viewer));
    if (may.includes(role)) expect(refused).toBe('done');
    // An officer does not even learn that the draft is there; who may read it is told that it is not for them.
    else expect(refused).toMatch(role === 'OFFICER' ? /^(NOT_FOUND|FORBIDDEN)$/ : /^FORBIDDEN$/);
  });
});

async function refusalOf(work: () => Promise<unknown>): Promise<string> {
  let answer: { code?: string } = {};
  const fault = await hub.failure(async () => {
    answer = (await work()) as { code?: string };
  });
  return fault === 'no failure' ? (answer.code ?? 'done') : fault;
}

describe('a draft', () => {
  it('is there for coordinators, editors, translators and observers, as long as they are that', async () => {
    const draft = await hub.draft();
    for (const role of roles) {
      const viewer = hub.test.viewer(`${randomUUID()}@example.org`);
      const revoke = await hub.grantRole(viewer, hub.coalitionId, role);
      await hub.test.settled();
      expect([role, await hub.status(draft.slug, viewer)]).toEqual([
        role,
        role === 'OFFICER' ? undefined : 'DRAFT',
      ]);
      await revoke();
      await hub.test.settled();
      expect([role, await hub.status(draft.slug, viewer)]).toEqual([role, undefined]);
    }
  });

  it('is gone the moment the last day of a mandate is over, without an event', async () => {
    const draft = await hub.draft();
    const viewer = hub.test.viewer('ends@example.org');
    await hub.grantMandate(viewer, hub.coAuthorIds[0] ?? '', ['SIGN'], null, '2090-01-01');
    await hub.test.settled();
    await setHubTime(hub.test.database.adminUrl, '2090-01-01T23:59:59Z');
    expect(await hub.status(draft.slug, viewer)).toBe('DRAFT');
    const { outbox } = hub.test.subgraph.service;
    const told = (await outbox.readAfter(0, 10_000)).length;
    await setHubTime(hub.test.database.adminUrl, '2090-01-02T00:00:00Z');
    expect(await hub.status(draft.slug, viewer)).toBeUndefined();
    expect((await outbox.readAfter(0, 10_000)).length).toBe(told);
  });

  it('is followed no further once the role or the mandate is over', async () => {
    const followed = `subscription ($slug: String!) { statementUpdated(slug: $slug) { kind } }`;
    const draft = await hub.draft();
    const observer = hub.test.viewer('observes@example.org');
    const mandated = hub.test.viewer('mandated@example.org');
    const revoke = await hub.grantRole(observer, hub.coalitionId, 'OBSERVER');
    await hub.grantMandate(mandated, hub.coAuthorIds[0] ?? '', ['SIGN'], null, '2090-01-01');
    await hub.test.settled();
    const variables = { slug: draft.slug };
    const follow = async (viewer: Viewer) => {
      const updates = await hub.test.subscribe(followed, { variables, viewer });
      return (updates as AsyncIterable<unknown>)[Symbol.asyncIterator]();
    };
    const [first, second] = [await follow(observer), await follow(mandated)];
    await hub.revise(draft.id, 1);
    const told = { value: { data: { statementUpdated: { kind: 'REVISED' } } } };
    expect([await first.next(), await second.next()]).toMatchObject([told, told]);
    await revoke();
    await setHubTime(hub.test.database.adminUrl, '2090-01-02T00:00:00Z');
    await hub.test.settled();
    await hub.revise(draft.id, 2);
    for (const updates of [first, second]) {
      const { value } = await updates.next();
      expect(value).toMatchObject({ errors: [{ message: expect.stringContaining('not open to you') }] });
      expect(await updates.next()).toMatchObject({ done: true });
    }
  });
});
