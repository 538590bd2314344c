import { randomUUID } from 'node:crypto';
import { setHubTime } from '@coalition-hub/testkit';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  coordinator,
  inTwoDays,
  type SignatoriesWorld,
  startSignatoriesWorld,
  stranger,
} from './signatories-world.js';

let world: SignatoriesWorld;

beforeAll(async () => {
  world = await startSignatoriesWorld();
});

afterEach(() => setHubTime(world.test.database.adminUrl, null));

afterAll(() => world.test.stop());

describe('opening a statement for signature', () => {
  it('opens the window on the revision named, for coordinators of its coalition', async () => {
    const statement = await world.statement({ revisions: 2 });
    expect(await world.signing(statement.id)).toEqual({
      ...{ state: 'NOT_OPEN', closesAt: null, opening: 0, revision: null },
    });
    const closesAt = inTwoDays();
    const { signing } = await world.open(statement, { closesAt });
    const expected = { state: 'OPEN', closesAt, opening: 1, revision: { id: statement.revisionIds[1] } };
    expect(signing).toEqual(expected);
    expect(await world.signing(statement.id)).toEqual(expected);
  });

  it('tells the others what was opened', async () => {
    const statement = await world.statement();
    const closesAt = inTwoDays();
    await world.open(statement, { closesAt });
    const events = await world.test.bus.read('signatories', 0, await world.test.bus.head('signatories'));
    const told = events.filter(({ subject }) => subject === statement.id);
    expect(told.map(({ type, data }) => ({ type, data }))).toEqual([
      {
        type: 'SIGNING_OPENED',
        data: {
          statementId: statement.id,
          revisionId: statement.revisionIds[0],
          revisionNumber: 1,
          revisionDigest: statement.digests[0],
          closesAt,
          opening: 1,
        },
      },
    ]);
  });

  it('is not open to others: a draft they cannot see is not found, an open statement forbidden', async () => {
    await world.grantCoordinator('other@example.org', randomUUID());
    const statement = await world.statement();
    const unknown = await world.open({ ...statement, id: randomUUID() }, {}, stranger);
    for (const email of [stranger, 'other@example.org']) {
      expect(await world.open(statement, {}, email)).toEqual(unknown);
    }
    expect(unknown).toEqual({ __typename: 'NotFound', code: 'NOT_FOUND' });
    await world.open(statement);
    await expect(world.open(statement, {}, stranger)).rejects.toThrow('FORBIDDEN');
  });

  it('needs somebody signed in', async () => {
    const text = 'mutation { closeForSignature(input: { statementId: "x" }) { __typename } }';
    const { errors } = await world.test.execute(text);
    expect(errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  });

  it('lets a co-author see its draft, and still not open it', async () => {
    const { organisationId, email } = await world.signer('Co-author');
    const statement = await world.statement({ coAuthorIds: [organisationId] });
    await expect(world.open(statement, {}, email)).rejects.toThrow('FORBIDDEN');
  });

  it('refuses another revision than the current one', async () => {
    const statement = await world.statement({ revisions: 2 });
    const stored = await world.stored();
    expect(await world.open(statement, { revisionDigest: statement.digests[0] })).toMatchObject({
      ...{ code: 'REVISION_CHANGED', revision: { id: statement.revisionIds[1] } },
    });
    const other = await world.statement();
    for (const revisionDigest of ['', 'f'.repeat(64), other.digests[0], '\u0000', 'x'.repeat(1_000_000)]) {
      expect(await world.open(statement, { revisionDigest })).toMatchObject({ code: 'REVISION_UNKNOWN' });
    }
    expect(await world.stored()).toEqual(stored);
  });

  it('refuses a second opening, and the same key repeats the answer', async () => {
    const statement = await world.statement();
    const input = { closesAt: inTwoDays(), idempotencyKey: randomUUID() };
    const first = await world.open(statement, input);
    expect(await world.open(statement, input)).toEqual(first);
    expect(await world.open(statement)).toMatchObject({ code: 'ALREADY_OPEN' });
  });

  it('lets one of many coordinators at once open it', async () => {
    const statement = await world.statement();
    const answers = await Promise.all(Array.from({ length: 8 }, () => world.open(statement)));
    expect(answers.filter(({ __typename }) => __typename === 'OpenForSignatureSuccess')).toHaveLength(1);
    expect(answers.filter(({ code }) => code === 'ALREADY_OPEN')).toHaveLength(7);
    expect((await world.signing(statement.id)).opening).toBe(1);
  });

  it('decides by database time whether a deadline lies ahead, at most five years', async () => {
    await setHubTime(world.test.database.adminUrl, '2030-06-01T12:00:00Z');
    const statement = await world.statement();
    const refused = [
      '2030-06-01T12:00:00Z',
      '2026-12-01T00:00:00Z',
      '2035-06-01T12:00:00.001Z',
      '9999-12-31T23:59:59-14:00',
    ];
    for (const closesAt of refused) {
      expect(await world.open(statement, { closesAt })).toMatchObject({
        ...{ __typename: 'InvalidInput', field: 'closesAt' },
      });
    }
    expect(await world.open(statement, { closesAt: '2035-06-01T12:00:00Z' })).toMatchObject({
      __typename: 'OpenForSignatureSuccess',
    });
  });

  it.each(['', 'tomorrow', '2026-02-31T00:00:00Z', '2030-01-01', '2030-01-01T25:00:00Z'])(
    'does not take %j for a time',
    async (closesAt) => {
      await expect(world.open(await world.statement(), { closesAt })).rejects.toThrow('BAD_USER_INPUT');
    },
  );

  it('refuses a withdrawn statement', async () => {
    const statement = await world.statement();
    await world.withdrawStatement(statement.id);
    expect(await world.open(statement)).toMatchObject({ code: 'STATEMENT_WITHDRAWN' });
    expect(await world.signing(statement.id)).toMatchObject({ state: 'NOT_OPEN' });
  });

  it('knows a revision that was published a moment before', async () => {
    const answer = await world.open(await world.statement({ revisions: 3 }));
    expect(answer).toMatchObject({ __typename: 'OpenForSignatureSuccess' });
  });

  it('freezes the list of a window whose deadline passed unattended before it reopens', async () => {
    const statement = await world.statement();
    const signer = await world.signer('On time');
    await world.open(statement, { closesAt: new Date(Date.now() + 3_600_000).toISOString() });
    await world.sign(statement, signer);
    await setHubTime(world.test.database.adminUrl, 7_200);
    expect(await world.signing(statement.id)).toMatchObject({ state: 'CLOSED' });
    expect(await world.lists(statement.id)).toEqual([]);
    expect(await world.open(statement, {}, coordinator)).toMatchObject({
      signing: { state: 'OPEN', opening: 2 },
    });
    expect(await world.lists(statement.id)).toMatchObject([{ size: 1 }]);
  });

  it('reopens with the text that was opened, whatever was made of it at the same moment', async () => {
    const statement = await world.statement();
    await world.open(statement);
    const [, other = ''] = (await world.revise(statement)).digests;
    await world.test.settled();
    const opened = { revision: { id: statement.revisionIds[0] } };
    expect(await world.signing(statement.id)).toMatchObject({ state: 'OPEN', ...opened });
    const signer = await world.signer('Reads carefully');
    expect(await world.sign(statement, signer, { revisionDigest: other })).toMatchObject({
      ...{ code: 'REVISION_CHANGED', ...opened },
    });
    await world.close(statement);
    expect(await world.open(statement, { revisionDigest: other })).toMatchObject({
      ...{ code: 'REVISION_CHANGED', ...opened },
    });
    expect(await world.open(statement)).toMatchObject({ signing: { state: 'OPEN', opening: 2, ...opened } });
  });
});
