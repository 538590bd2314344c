import { setHubTime } from '@coalition-hub/testkit';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { idOf, unknownId, Workbench } from './workbench.js';

let bench: Workbench;

beforeAll(async () => {
  bench = await Workbench.start();
});

afterEach(() => setHubTime(bench.test.database.adminUrl, null));

afterAll(() => bench.stop());

const newEmail = () => `${bench.name('person').replace(' ', '-')}@example.org`;

interface Seen {
  readonly id: string;
  readonly roles: readonly { id: string; role: string; coalition: { id: string } | null }[];
  readonly mandates: readonly { id: string; scopes: string[]; organisation: { id: string } }[];
}

const viewerQuery = `{ viewer {
  id
  roles { id role coalition { id } }
  mandates { id scopes statementId decidedOn decidedBy endsOn organisation { id } }
} }`;

async function seenBy(email: string | null): Promise<Seen | null> {
  const viewer = email === null ? null : bench.test.viewer(email);
  return (await bench.test.data<{ viewer: Seen | null }>(viewerQuery, { viewer })).viewer;
}

const mandateOf = async (email: string, input: object = {}) => ({
  organisationId: await bench.organisation(),
  email,
  scopes: ['SIGN'],
  decidedOn: '2024-01-31',
  decidedBy: 'Board',
  ...input,
});

async function expectRefusal(mutation: 'grantRole' | 'grantMandate', input: object, refusal: object) {
  const before = await bench.stored();
  expect(await bench.answer(mutation, input)).toMatchObject(refusal);
  expect(await bench.stored()).toEqual(before);
}

describe('the viewer', () => {
  it('is null when signed out', async () => {
    expect(await seenBy(null)).toBeNull();
  });

  it('is whoever asks, and holds nothing at first', async () => {
    const email = newEmail();
    expect(await seenBy(email)).toEqual({ id: bench.test.persons.personId(email), roles: [], mandates: [] });
  });

  it('sees own roles and mandates, not those of others', async () => {
    const [email, other] = [newEmail(), newEmail()];
    const { id: coalitionId } = await bench.coalition();
    const role = idOf((await bench.answer('grantRole', { email, role: 'COORDINATOR', coalitionId })).role);
    const input = await mandateOf(email, { scopes: ['SIGN', 'REVISE', 'SIGN'], statementId: unknownId });
    const mandate = idOf((await bench.answer('grantMandate', { ...input, endsOn: '2090-01-01' })).mandate);
    expect(await seenBy(email)).toMatchObject({
      roles: [{ id: role, role: 'COORDINATOR', coalition: { id: coalitionId } }],
      mandates: [
        {
          id: mandate,
          scopes: ['SIGN', 'REVISE'],
          statementId: unknownId,
          decidedOn: '2024-01-31',
          decidedBy: 'Board',
          endsOn: '2090-01-01',
          organisation: { id: input.organisationId },
        },
      ],
    });
    expect(await seenBy(other)).toMatchObject({ roles: [], mandates: [] });
    expect(await seenBy(email.toUpperCase())).toMatchObject({ roles: [{ id: role }] });
  });

  it('sees an administrator’s role without a coalition', async () => {
    expect(await seenBy(Workbench.administratorEmail)).toMatchObject({
      roles: [{ role: 'ADMINISTRATOR', coalition: null }],
    });
  });

  it('sees no longer what was taken away', async () => {
    const email = newEmail();
    const { id: coalitionId } = await bench.coalition();
    const roleId = idOf((await bench.answer('grantRole', { email, role: 'COORDINATOR', coalitionId })).role);
    const mandateId = idOf((await bench.answer('grantMandate', await mandateOf(email))).mandate);
    await bench.answer('revokeRole', { roleId });
    await bench.answer('revokeMandate', { mandateId });
    expect(await seenBy(email)).toMatchObject({ roles: [], mandates: [] });
  });

  it('sees a mandate through its last day in UTC', async () => {
    const email = newEmail();
    await bench.answer('grantMandate', await mandateOf(email, { endsOn: '2090-01-01' }));
    await setHubTime(bench.test.database.adminUrl, '2090-01-01T23:59:59Z');
    expect((await seenBy(email))?.mandates).toHaveLength(1);
    await setHubTime(bench.test.database.adminUrl, '2090-01-02T00:00:00Z');
    expect((await seenBy(email))?.mandates).toHaveLength(0);
  });
});

describe('a role', () => {
  it('is held once, and may be granted again after it was taken away', async () => {
    const { id: coalitionId } = await bench.coalition();
    const input = { email: newEmail(), role: 'COORDINATOR', coalitionId };
    const roleId = idOf((await bench.answer('grantRole', input)).role);
    await expectRefusal('grantRole', input, { code: 'ROLE_HELD' });
    await expectRefusal(
      'grantRole',
      { ...input, email: ` ${input.email.toUpperCase()} ` },
      { code: 'ROLE_HELD' },
    );
    await bench.answer('revokeRole', { roleId });
    expect(await bench.answer('revokeRole', { roleId })).toMatchObject({ code: 'ALREADY_ENDED' });
    expect((await bench.answer('grantRole', input)).role).toBeDefined();
  });

  it('is granted once by several who do so at once', async () => {
    const { id: coalitionId } = await bench.coalition();
    const input = { email: newEmail(), role: 'COORDINATOR', coalitionId };
    const answers = await Promise.all(Array.from({ length: 6 }, () => bench.answer('grantRole', input)));
    const names = answers.map(({ __typename }) => __typename).toSorted();
    expect(names).toEqual(['GrantRoleSuccess', ...Array(5).fill('RoleHeld')]);
  });

  it('is taken away once by several who do so at once', async () => {
    const { id: coalitionId } = await bench.coalition();
    const granted = await bench.answer('grantRole', { email: newEmail(), role: 'COORDINATOR', coalitionId });
    const roleId = idOf(granted.role);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => bench.answer('revokeRole', { roleId })),
    );
    const names = answers.map(({ __typename }) => __typename).toSorted();
    expect(names).toEqual([...Array(5).fill('AlreadyEnded'), 'RevokeRoleSuccess']);
  });

  it('of a coordinator has a coalition, that of an administrator has none', async () => {
    const { id: coalitionId } = await bench.coalition();
    const email = newEmail();
    const refusal = { __typename: 'InvalidInput', field: 'coalitionId' };
    await expectRefusal('grantRole', { email, role: 'COORDINATOR' }, refusal);
    await expectRefusal('grantRole', { email, role: 'ADMINISTRATOR', coalitionId }, refusal);
    expect((await bench.answer('grantRole', { email, role: 'ADMINISTRATOR' })).role).toBeDefined();
  });

  it.each(strangeMailboxes())('is not granted to the mailbox %j', async (email) => {
    const refusal = { __typename: 'InvalidInput', field: 'email' };
    await expectRefusal('grantRole', { email, role: 'ADMINISTRATOR' }, refusal);
    const idempotencyKey = bench.name('idempotency').replace(' ', '-');
    await expectRefusal('grantRole', { email, role: 'ADMINISTRATOR', idempotencyKey }, refusal);
  });
});

describe('a mandate', () => {
  it.each(strangeMailboxes())('is not granted to the mailbox %j', async (email) => {
    await expectRefusal('grantMandate', await mandateOf(email), {
      __typename: 'InvalidInput',
      field: 'email',
    });
  });

  it.each([
    ['scopes', { scopes: [] }],
    ['statementId', { statementId: 'x' }],
    ['statementId', { statementId: '' }],
    ['statementId', { statementId: '\u0000' }],
    ['decidedOn', { decidedOn: '2090-01-01' }],
    ['endsOn', { endsOn: '2020-01-01' }],
    ['decidedBy', { decidedBy: '' }],
    ['decidedBy', { decidedBy: 'a\u202Eb' }],
    ['decidedBy', { decidedBy: 'a\u200Bb' }],
    ['decidedBy', { decidedBy: 'a\u0000b' }],
    ['decidedBy', { decidedBy: 'a'.repeat(201) }],
    ['decidedBy', { decidedBy: 'a'.repeat(1_000_000) }],
  ])('is refused for its %s (%#)', async (field, input) => {
    await expectRefusal('grantMandate', await mandateOf(newEmail(), input), {
      __typename: 'InvalidInput',
      field,
    });
  });

  it('may be decided and end today, by the database’s day in UTC', async () => {
    await setHubTime(bench.test.database.adminUrl, '2026-03-31T23:59:59Z');
    const today = { decidedOn: '2026-03-31', endsOn: '2026-03-31' };
    expect((await bench.answer('grantMandate', await mandateOf(newEmail(), today))).mandate).toBeDefined();
    const tomorrow = await mandateOf(newEmail(), { decidedOn: '2026-04-01' });
    await expectRefusal('grantMandate', tomorrow, { field: 'decidedOn' });
    const yesterday = await mandateOf(newEmail(), { endsOn: '2026-03-30' });
    await expectRefusal('grantMandate', yesterday, { field: 'endsOn' });
  });

  it('is taken away once by several who do so at once', async () => {
    const mandateId = idOf((await bench.answer('grantMandate', await mandateOf(newEmail()))).mandate);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => bench.answer('revokeMandate', { mandateId })),
    );
    const names = answers.map(({ __typename }) => __typename).toSorted();
    expect(names).toEqual([...Array(5).fill('AlreadyEnded'), 'RevokeMandateSuccess']);
  });

  it('tells the other services all that their rules need', async () => {
    const input = await mandateOf(newEmail(), { statementId: unknownId, endsOn: '2090-01-01' });
    const mandateId = idOf((await bench.answer('grantMandate', input)).mandate);
    await bench.answer('revokeMandate', { mandateId });
    const told = await bench.told(mandateId);
    const personId = bench.test.persons.personId(input.email);
    const { organisationId } = input;
    expect(told.map(({ type, data }) => [type, data])).toEqual([
      [
        'MANDATE_GRANTED',
        {
          mandateId,
          organisationId,
          personId,
          scopes: ['SIGN'],
          statementId: unknownId,
          startsOn: null,
          endsOn: '2090-01-01',
        },
      ],
      ['MANDATE_REVOKED', { mandateId, organisationId, personId }],
    ]);
  });

  it('is in the rights as long as it holds', async () => {
    const mandateId = idOf((await bench.answer('grantMandate', await mandateOf(newEmail()))).mandate);
    const rows = async () => {
      await bench.test.settled();
      return (await sql`select from right_mandate where mandate_id = ${mandateId}`.execute(bench.reads)).rows
        .length;
    };
    expect(await rows()).toBe(1);
    await bench.answer('revokeMandate', { mandateId });
    expect(await rows()).toBe(0);
  });
});

function strangeMailboxes(): string[] {
  return [
    '',
    'nobody',
    '@example.org',
    'a@b',
    'a b@example.org',
    'a@@example.org',
    'a\u0000@example.org',
    'a\u200B@example.org',
    'a\u202E@example.org',
    '\uD800@example.org',
    `${'a'.repeat(255)}@example.org`,
    `${'a'.repeat(1_000_000)}@example.org`,
  ];
}
