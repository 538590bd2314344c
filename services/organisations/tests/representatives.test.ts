import { setHubTime } from '@coalition-hub/testkit';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { AccessBench, decision } from './access-bench.js';
import { strangeIds, Workbench } from './workbench.js';

let access: AccessBench;
let bench: Workbench;

beforeAll(async () => {
  access = await AccessBench.start();
  bench = access.bench;
});

afterEach(() => setHubTime(bench.test.database.adminUrl, null));

afterAll(() => bench.stop());

const at = (time: string) => setHubTime(bench.test.database.adminUrl, time);

interface Offers {
  readonly viewer: {
    readonly mandateOffers: readonly { id: string; state: string; representative: { name: string | null } }[];
  };
}

const offersOf = async (email: string) =>
  (
    await bench.test.data<Offers>('{ viewer { mandateOffers { id state representative { name } } } }', {
      viewer: access.viewer(email),
    })
  ).viewer.mandateOffers;

describe('inviting a representative', () => {
  it('gives nothing until the person accepts, signed in with that mailbox', async () => {
    const own = await access.administered();
    const email = access.email();
    const mandateId = await access.offer(own, email, { name: 'Programme officer', scopes: ['SIGN', 'EDIT'] });
    expect(await offersOf(email)).toEqual([
      { id: mandateId, state: 'OFFERED', representative: { name: 'Programme officer' } },
    ]);
    expect(await access.scopesOf(email, own.organisationId)).toEqual([]);
    const answer = await bench.answer('acceptMandate', { mandateId }, access.viewer(email));
    expect(answer).toMatchObject({ mandate: { id: mandateId, state: 'GRANTED' } });
    expect(await access.scopesOf(email, own.organisationId)).toEqual(['SIGN', 'EDIT']);
    expect(await offersOf(email)).toEqual([]);
    const told = await bench.told(mandateId);
    expect(told.map(({ type }) => type)).toEqual(['MANDATE_OFFERED', 'MANDATE_GRANTED']);
  });

  it('does not flood a mailbox, and keeps nobody else from being invited', async () => {
    const own = await access.administered();
    const email = access.email();
    for (let offer = 0; offer < 5; offer += 1) {
      const wrong = {
        organisationId: own.organisationId,
        email,
        scopes: ['SIGN'],
        ...decision,
        decidedBy: '',
      };
      expect(await access.outcome('inviteRepresentative', wrong, own.viewer)).toBe('INVALID_INPUT');
      await access.offer(own, email);
    }
    await expect(access.offer(own, email.toUpperCase())).rejects.toThrow(/very often.* again in \d+ s/);
    await access.offer(own, access.email());
  });

  it('is for the organisation’s administrators, and for nobody else; a refused attempt stores nothing', async () => {
    const [own, other] = [await access.administered(), await access.administered()];
    const signer = access.email();
    await access.mandate(own.organisationId, signer, { scopes: ['SIGN', 'EDIT'] });
    await bench.test.settled();
    const input = {
      organisationId: own.organisationId,
      email: access.email(),
      scopes: ['SIGN'],
      ...decision,
    };
    const before = await bench.stored();
    for (const viewer of [bench.administrator, other.viewer, access.viewer(signer)]) {
      expect(await access.outcome('inviteRepresentative', input, viewer)).toBe('FORBIDDEN');
    }
    expect(await access.outcome('inviteRepresentative', input, null)).toBe('UNAUTHENTICATED');
    expect(await bench.stored()).toEqual(before);
    expect(await access.outcome('inviteRepresentative', input, own.viewer)).toBe('done');
  });

  it.each([
    ['email', { email: 'nobody' }],
    ['scopes', { scopes: [] }],
    ['statementId', { statementId: 'x' }],
    ['statementId', { statementId: '00000000-0000-4000-8000-000000000000', scopes: ['ADMINISTER'] }],
    ['decidedOn', { decidedOn: '2090-01-01' }],
    ['decidedBy', { decidedBy: '' }],
    ['reference', { reference: 'a'.repeat(201) }],
    ['reference', { reference: '' }],
    ['name', { name: 'a'.repeat(101) }],
    ['name', { name: 'a\u202Eb' }],
    ['endsOn', { endsOn: '2020-01-01' }],
    ['startsOn', { startsOn: '2090-01-02', endsOn: '2090-01-01' }],
  ])('is refused for its %s (%#)', async (field, input) => {
    const own = await access.administered();
    const { organisationId, viewer } = own;
    const given = { organisationId, email: access.email(), scopes: ['SIGN'], ...decision, ...input };
    const before = await bench.stored();
    for (const [name, by] of [
      ['inviteRepresentative', viewer],
      ['grantMandate', viewer],
      ['grantMandate', bench.administrator],
    ] as const) {
      const answer = await bench.answer(name, given, by);
      expect(answer).toMatchObject({ __typename: 'InvalidInput', field });
    }
    expect(await bench.stored()).toEqual(before);
  });

  it('is answered once, by several who accept and decline at the same time', async () => {
    const own = await access.administered();
    const email = access.email();
    const mandateId = await access.offer(own, email);
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, n) =>
        access.outcome(n % 2 ? 'acceptMandate' : 'declineMandate', { mandateId }, access.viewer(email)),
      ),
    );
    expect(answers.toSorted()).toEqual([...Array(5).fill('OFFER_NOT_PENDING'), 'done']);
    const accepted = answers.indexOf('done') % 2 === 1;
    expect(await access.scopesOf(email, own.organisationId)).toEqual(accepted ? ['SIGN'] : []);
    expect(await bench.told(mandateId)).toHaveLength(2);
  });

  it('is for that person alone: anybody else learns no more than of what does not exist', async () => {
    const own = await access.administered();
    const mandateId = await access.offer(own, access.email());
    const before = await bench.stored();
    for (const name of ['acceptMandate', 'declineMandate'] as const) {
      for (const viewer of [own.viewer, bench.administrator, access.viewer(access.email())]) {
        const answers = await Promise.all(
          [mandateId, ...strangeIds].map((id) => bench.execute(name, { mandateId: id }, viewer)),
        );
        const [first, ...others] = answers.map(({ data }) => JSON.stringify(data));
        expect(first).toContain('NOT_FOUND');
        expect(new Set(others)).toEqual(new Set([first]));
      }
    }
    expect(await bench.stored()).toEqual(before);
  });

  it('lapses after 30 days, with the mandate’s own last day, and with the right of who made it', async () => {
    const own = await access.administered();
    const [late, short, orphaned] = [access.email(), access.email(), access.email()];
    await at('2026-03-01T12:00:00Z');
    const offers = [
      [late, await access.offer(own, late)],
      [short, await access.offer(own, short, { endsOn: '2026-03-10' })],
    ] as const;
    await at('2026-03-31T23:59:59Z');
    expect(await offersOf(late)).toHaveLength(1);
    await at('2026-04-01T00:00:00Z');
    for (const [email, mandateId] of offers) {
      expect(await offersOf(email)).toEqual([]);
      expect(await access.outcome('acceptMandate', { mandateId }, access.viewer(email))).toBe(
        'OFFER_NOT_PENDING',
      );
    }
    const mandateId = await access.offer(own, orphaned);
    await bench.answer('revokeMandate', { mandateId: own.mandateId });
    expect(await access.outcome('acceptMandate', { mandateId }, access.viewer(orphaned))).toBe(
      'OFFER_NOT_PENDING',
    );
    expect(await access.scopesOf(orphaned, own.organisationId)).toEqual([]);
  });

  it('can be taken back before an answer', async () => {
    const own = await access.administered();
    const email = access.email();
    const mandateId = await access.offer(own, email);
    expect(await access.outcome('revokeMandate', { mandateId }, own.viewer)).toBe('done');
    expect(await access.outcome('acceptMandate', { mandateId }, access.viewer(email))).toBe(
      'OFFER_NOT_PENDING',
    );
    expect(await access.outcome('revokeMandate', { mandateId }, own.viewer)).toBe('ALREADY_ENDED');
  });
});

describe('an organisation’s administrator', () => {
  it('grants and revokes mandates of that organisation, and of no other', async () => {
    const [own, other] = [await access.administered(), await access.administered()];
    const email = access.email();
    const given = {
      email,
      scopes: ['SIGN'],
      ...decision,
      reference: 'Minutes 7/2024',
      name: 'Legal officer',
    };
    const granted = await bench.answer(
      'grantMandate',
      { organisationId: own.organisationId, ...given },
      own.viewer,
    );
    expect(granted.__typename).toBe('GrantMandateSuccess');
    expect(
      await access.outcome('grantMandate', { organisationId: other.organisationId, ...given }, own.viewer),
    ).toBe('FORBIDDEN');
    expect(await access.scopesOf(email, own.organisationId)).toEqual(['SIGN']);
    const { mandateId } = other;
    expect(await access.outcome('revokeMandate', { mandateId }, own.viewer)).toBe('FORBIDDEN');
    for (const id of strangeIds) {
      expect(await access.outcome('revokeMandate', { mandateId: id }, own.viewer)).toBe('FORBIDDEN');
    }
    expect(await access.outcome('revokeMandate', { mandateId: granted.mandate?.id }, own.viewer)).toBe(
      'done',
    );
    expect(await access.scopesOf(email, own.organisationId)).toEqual([]);
  });

  it('is one only on the days of the mandate', async () => {
    const organisationId = await bench.organisation();
    const email = access.email();
    await at('2026-03-01T12:00:00Z');
    await access.mandate(organisationId, email, { startsOn: '2026-03-10', endsOn: '2026-03-20' });
    await bench.test.settled();
    const invite = () =>
      access.outcome(
        'inviteRepresentative',
        { organisationId, email: access.email(), scopes: ['SIGN'], ...decision },
        access.viewer(email),
      );
    for (const [time, outcome] of [
      ['2026-03-09T23:59:59Z', 'FORBIDDEN'],
      ['2026-03-10T00:00:00Z', 'done'],
      ['2026-03-20T23:59:59Z', 'done'],
      ['2026-03-21T00:00:00Z', 'FORBIDDEN'],
    ] as const) {
      await at(time);
      expect([time, await invite()]).toEqual([time, outcome]);
    }
  });

  it('cannot leave it without one by accident', async () => {
    const own = await access.administered();
    const input = { mandateId: own.mandateId };
    const before = await bench.stored();
    expect(await bench.answer('revokeMandate', input, own.viewer)).toMatchObject({
      __typename: 'LastAdministrator',
      message: expect.stringContaining('somebody else first'),
    });
    expect(await bench.stored()).toEqual(before);
    const next = access.email();
    await access.mandate(own.organisationId, next, { startsOn: '2090-01-01' });
    // One that begins some day is none yet.
    expect(await access.outcome('revokeMandate', input, own.viewer)).toBe('LAST_ADMINISTRATOR');
    await access.mandate(own.organisationId, next);
    expect(await access.outcome('revokeMandate', input, own.viewer)).toBe('done');
  });

  it('is left when two take it from each other at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const one = await access.administered();
      const email = access.email();
      const other = {
        mandateId: await access.mandate(one.organisationId, email),
        viewer: access.viewer(email),
      };
      await bench.test.settled();
      const outcomes = await Promise.all([
        access.outcome('revokeMandate', { mandateId: other.mandateId }, one.viewer),
        access.outcome('revokeMandate', { mandateId: one.mandateId }, other.viewer),
      ]);
      expect(outcomes.toSorted()).toEqual(['FORBIDDEN', 'done']);
    }
  });

  it('is left when two leave at the same moment', async () => {
    const one = await access.administered();
    const email = access.email();
    const other = {
      mandateId: await access.mandate(one.organisationId, email),
      viewer: access.viewer(email),
    };
    await bench.test.settled();
    const outcomes = await Promise.all(
      [one, other].map(({ mandateId, viewer }) => access.outcome('revokeMandate', { mandateId }, viewer)),
    );
    expect(outcomes.toSorted()).toEqual(['LAST_ADMINISTRATOR', 'done']);
  });

  it('sees who acts for it; others see nothing, as of an organisation that nobody acts for', async () => {
    const own = await access.administered();
    const email = access.email();
    await access.offer(own, email, { name: 'Programme officer' });
    const empty = await bench.organisation();
    const query = `query ($id: ID!) { organisation(id: $id) { mandates(first: 10) {
      totalCount edges { node { state scopes representative { handle name } } } } } }`;
    const seen = async (id: string, viewer: typeof own.viewer | null) =>
      JSON.stringify((await bench.test.execute(query, { variables: { id }, viewer })).data);
    const shown = JSON.parse(await seen(own.organisationId, own.viewer));
    expect(shown.organisation.mandates).toMatchObject({
      totalCount: 2,
      edges: expect.arrayContaining([
        {
          node: {
            state: 'GRANTED',
            scopes: ['ADMINISTER'],
            representative: { handle: expect.any(String), name: null },
          },
        },
        { node: expect.objectContaining({ state: 'OFFERED' }) },
      ]),
    });
    expect(JSON.stringify(shown)).not.toContain(access.viewer(email).personId);
    const signer = access.email();
    await access.mandate(own.organisationId, signer, { scopes: ['SIGN'] });
    const other = await access.administered();
    await bench.test.settled();
    for (const viewer of [null, access.viewer(signer), access.viewer(email), other.viewer]) {
      expect(await seen(own.organisationId, viewer)).toBe(await seen(empty, viewer));
    }
  });
});
