import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StatementsHub } from './statements-hub.js';

let hub: StatementsHub;

beforeAll(async () => {
  hub = await StatementsHub.start();
});

afterAll(() => hub.stop());

describe('withdrawing a statement', () => {
  it('works once, from any state', async () => {
    const states: ((id: string) => Promise<void>)[] = [
      async () => undefined,
      (id) => hub.opened(id),
      (id) => hub.opened(id).then(() => hub.closed(id)),
      (id) =>
        hub
          .opened(id)
          .then(() => hub.closed(id))
          .then(() => hub.delivered(id)),
    ];
    for (const reach of states) {
      const draft = await hub.draft();
      await reach(draft.id);
      expect(await hub.withdraw(draft.id)).toMatchObject({ statement: { status: 'WITHDRAWN' } });
      expect(await hub.withdraw(draft.id)).toMatchObject({
        __typename: 'AlreadyWithdrawn',
        code: 'ALREADY_WITHDRAWN',
      });
    }
  });

  it('is for coordinators of its coalition; a mandate of a co-author is not enough', async () => {
    const draft = await hub.draft();
    const reviser = hub.test.viewer('reviser@example.org');
    await hub.grantMandate(reviser, hub.coAuthorIds[0] ?? '', ['REVISE', 'SIGN']);
    expect(await hub.failure(() => hub.withdraw(draft.id, {}, reviser))).toBe('FORBIDDEN');
    expect(await hub.withdraw(draft.id, {}, hub.stranger)).toMatchObject({ __typename: 'NotFound' });
    await hub.opened(draft.id);
    expect(await hub.failure(() => hub.withdraw(draft.id, {}, hub.stranger))).toBe('FORBIDDEN');
    expect(await hub.withdraw(draft.id)).toMatchObject({ __typename: 'WithdrawStatementSuccess' });
  });

  it('is done once by two who do it at the same time, and a repeat with its key gives the same answer', async () => {
    const draft = await hub.draft();
    const answers = await Promise.all([1, 2, 3].map(() => hub.withdraw(draft.id)));
    expect(answers.map((answer) => answer.__typename).sort()).toEqual([
      'AlreadyWithdrawn',
      'AlreadyWithdrawn',
      'WithdrawStatementSuccess',
    ]);
    const other = await hub.draft();
    const key = { idempotencyKey: `withdraw ${other.id}`.replace(' ', '-') };
    const first = await hub.withdraw(other.id, key);
    expect(await hub.withdraw(other.id, key)).toEqual(first);
  });

  it('finds nothing under an unknown id', async () => {
    for (const id of [randomUUID(), '', 'x'.repeat(1_000_000)]) {
      expect(await hub.withdraw(id)).toMatchObject({ __typename: 'NotFound' });
    }
  });
});
