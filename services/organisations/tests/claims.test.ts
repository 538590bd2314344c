import { setHubTime } from '@coalition-hub/testkit';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { isWithin } from '../src/claiming/mailbox-domain.js';
import { ownDomain } from '../src/claiming/own-domain.js';
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

let made = 0;

/** An organisation with a website, and a mailbox there. */
async function withWebsite() {
  made += 1;
  const domain = `ngo-${made}.example.org`;
  const organisationId = await bench.organisation({ website: `https://www.${domain}/en/` });
  return { organisationId, domain, email: `office@${domain}` };
}

interface Claims {
  readonly viewer: { readonly claims: readonly { id: string; state: string; mandate: object | null }[] };
}

async function claimsOf(email: string) {
  const viewer = access.viewer(email);
  const query = '{ viewer { claims { id state mandate { scopes decidedBy } } } }';
  return (await bench.test.data<Claims>(query, { viewer })).viewer.claims;
}

const claimOf = async (email: string) => (await claimsOf(email))[0]?.id ?? '';

async function claimed({ organisationId, email }: { organisationId: string; email: string }) {
  const answer = await bench.answer(
    'claimOrganisation',
    { organisationId, email },
    access.viewer(access.email()),
  );
  expect(answer.__typename).toBe('ClaimOrganisationSuccess');
  return claimOf(email);
}

describe('the domain of an organisation', () => {
  it.each([
    ['https://www.ngo.org/en', 'ngo.org'],
    ['https://ngo.org:8443/', 'ngo.org'],
    ['https://en.ngo.org.uk/', 'en.ngo.org.uk'],
    ['https://ngö.org/', 'xn--ng-gka.org'],
    ['https://law.university.edu/clinic', 'law.university.edu'],
    ['https://ngo.github.io/', 'ngo.github.io'],
    ['https://ngo.wordpress.com/', null],
    ['https://ngo.org./', 'ngo.org'],
    // Public suffixes, hosts of everybody, and what is no name.
    ['https://co.uk/', null],
    ['https://wordpress.com/', null],
    ['https://github.io/', null],
    ['https://www.facebook.com/ngo', null],
    ['https://sites.google.com/view/ngo', null],
    ['https://gmail.com/', null],
    ['https://mail.proton.me/', null],
    ['http://192.0.2.7/', null],
    ['http://[2001:db8::1]/', null],
    ['http://localhost/', null],
    ['', null],
    [null, null],
  ])('of %s is %s', (website, domain) => {
    expect(ownDomain(website)).toBe(domain);
  });

  it.each([
    ['office@ngo.org', true],
    ['Office@NGO.ORG', true],
    ['office@mail.ngo.org', true],
    ['office@xngo.org', false],
    ['office@ngo.org.evil.example', false],
    ['office@org', false],
    ['ngo.org@evil.example', false],
    ['office\uFF20evil.example@ngo.org', false],
    ['office@evil.example\uFF20ngo.org', false],
    ['office@ng\u043E.org', false],
    ['office@ngo\u3002org', false],
    ['office@ngo.org/.evil.example', false],
    ['office@ngo.org?.evil.example', false],
    ['office@ngo.org\\.evil.example', false],
    ['office@n%67o.org', false],
    ['@ngo.org', false],
    ['', false],
  ])('has the mailbox %j: %s', (email, expected) => {
    expect(isWithin(email, 'ngo.org')).toBe(expected);
  });
});

describe('claiming by mailbox', () => {
  it('makes whoever has the mailbox administrator, once confirmed by that person', async () => {
    const { organisationId, email, domain } = await withWebsite();
    const claimId = await claimed({ organisationId, email });
    expect(await access.scopesOf(email, organisationId)).toEqual([]);
    const answer = await bench.answer('confirmClaim', { claimId }, access.viewer(email));
    expect(answer).toMatchObject({ claim: { state: 'GRANTED', mandate: { scopes: ['ADMINISTER'] } } });
    expect(await claimsOf(email)).toMatchObject([
      { mandate: { decidedBy: expect.stringContaining(domain) } },
    ]);
    expect(await access.scopesOf(email, organisationId)).toEqual(['ADMINISTER']);
    const own = { organisationId, viewer: access.viewer(email) };
    expect(await access.offer(own, access.email())).toEqual(expect.any(String));
  });

  it('is not confirmed by whoever made it, nor by anybody else', async () => {
    const one = await withWebsite();
    const claimant = access.email();
    await bench.answer(
      'claimOrganisation',
      { organisationId: one.organisationId, email: one.email },
      access.viewer(claimant),
    );
    const claimId = await claimOf(one.email);
    expect(await claimsOf(claimant)).toEqual([]);
    const before = await bench.stored();
    for (const viewer of [access.viewer(claimant), bench.administrator]) {
      const answers = await Promise.all(
        [claimId, ...strangeIds].map((id) => bench.execute('confirmClaim', { claimId: id }, viewer)),
      );
      expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
      expect(JSON.stringify(answers[0]?.data)).toContain('NOT_FOUND');
    }
    expect(await bench.stored()).toEqual(before);
  });

  it('takes mailboxes at the website’s own domain only, and stores nothing of others', async () => {
    const { organisationId } = await withWebsite();
    const pages = await bench.organisation({ website: 'https://www.facebook.com/some-ngo' });
    const without = await bench.organisation();
    const before = await bench.stored();
    const inputs = [
      { organisationId, email: 'office@gmail.com' },
      { organisationId, email: 'office@example.org' },
      { organisationId, email: 'nobody' },
      { organisationId: pages, email: 'staff@facebook.com' },
      { organisationId: without, email: 'office@example.org' },
    ];
    for (const input of inputs) {
      expect(await bench.answer('claimOrganisation', input)).toMatchObject({
        code: 'INVALID_INPUT',
        field: 'email',
      });
    }
    expect(await access.outcome('claimOrganisation', inputs[0] ?? {}, null)).toBe('UNAUTHENTICATED');
    expect(await bench.stored()).toEqual(before);
  });

  it('tells nobody whether the organisation has been claimed', async () => {
    const [fresh, taken, waiting] = [await withWebsite(), await withWebsite(), await withWebsite()];
    await bench.answer('confirmClaim', { claimId: await claimed(taken) }, access.viewer(taken.email));
    await claimed(waiting);
    const viewer = access.viewer(access.email());
    const claim = async ({ organisationId, email }: typeof fresh) =>
      JSON.stringify(
        (await bench.execute('claimOrganisation', { organisationId, email }, viewer)).data,
      ).replace(organisationId, '…');
    const first = await claim(fresh);
    expect(first).toContain('ClaimOrganisationSuccess');
    expect([await claim(taken), await claim(waiting), await claim(fresh)]).toEqual([first, first, first]);
    const claims = '{ organisationClaims { totalCount edges { node { id } } } }';
    expect(await bench.test.data(claims, { viewer })).toEqual({
      organisationClaims: { totalCount: 0, edges: [] },
    });
  });

  it('makes the first of several administrator who confirm at once; the others are contested', async () => {
    const { organisationId, domain } = await withWebsite();
    const emails = ['a', 'b', 'c', 'd'].map((name) => `${name}@${domain}`);
    const ids = await Promise.all(emails.map((email) => claimed({ organisationId, email })));
    const answers = await Promise.all(
      ids.map((claimId, n) => bench.answer('confirmClaim', { claimId }, access.viewer(emails[n] ?? ''))),
    );
    const states = answers.map(({ claim }) => claim?.state);
    expect(states.toSorted()).toEqual(['CONTESTED', 'CONTESTED', 'CONTESTED', 'GRANTED']);
    const winner = emails[states.indexOf('GRANTED')] ?? '';
    const listed = await bench.test.data(
      `{ organisationClaims(state: CONTESTED) { edges { node { organisation { id } } } } }`,
      { viewer: bench.administrator },
    );
    const same = JSON.stringify(listed).split(organisationId).length - 1;
    expect(same).toBe(3);
    const [loser = 0] = states.flatMap((state, n) => (state === 'CONTESTED' ? [n] : []));
    const input = { claimId: ids[loser], grant: true };
    expect(await access.outcome('answerMandateRequest', input, access.viewer(emails[loser] ?? ''))).toBe(
      'FORBIDDEN',
    );
    expect(await access.outcome('answerMandateRequest', input, access.viewer(winner))).toBe('done');
    expect(await access.scopesOf(emails[loser] ?? '', organisationId)).toEqual(['ADMINISTER']);
  });

  it('is confirmed once by somebody who does so several times at once', async () => {
    const one = await withWebsite();
    const claimId = await claimed(one);
    const outcomes = await Promise.all(
      Array.from({ length: 4 }, () => access.outcome('confirmClaim', { claimId }, access.viewer(one.email))),
    );
    expect(outcomes.toSorted()).toEqual([...Array(3).fill('CLAIM_NOT_PENDING'), 'done']);
    expect(await access.scopesOf(one.email, one.organisationId)).toEqual(['ADMINISTER']);
  });

  it('lapses after 7 days, and when the website moves to another domain', async () => {
    const [late, moved] = [await withWebsite(), await withWebsite()];
    await setHubTime(bench.test.database.adminUrl, '2026-03-01T12:00:00Z');
    const [lateId, movedId] = [await claimed(late), await claimed(moved)];
    await bench.answer('updateOrganisation', {
      organisationId: moved.organisationId,
      website: 'https://sold.example/',
    });
    expect(await access.outcome('confirmClaim', { claimId: movedId }, access.viewer(moved.email))).toBe(
      'CLAIM_NOT_PENDING',
    );
    await setHubTime(bench.test.database.adminUrl, '2026-03-08T23:59:59Z');
    expect(await claimsOf(late.email)).toMatchObject([{ state: 'PENDING' }]);
    await setHubTime(bench.test.database.adminUrl, '2026-03-09T00:00:00Z');
    expect(await claimsOf(late.email)).toMatchObject([{ state: 'EXPIRED' }]);
    expect(await access.outcome('confirmClaim', { claimId: lateId }, access.viewer(late.email))).toBe(
      'CLAIM_NOT_PENDING',
    );
    expect(await access.scopesOf(late.email, late.organisationId)).toEqual([]);
  });

  it('is bounded for each person, also for many at once', async () => {
    const { organisationId, domain } = await withWebsite();
    const viewer = access.viewer(access.email());
    const outcomes = await Promise.all(
      Array.from({ length: 24 }, (_, n) =>
        access.outcome('claimOrganisation', { organisationId, email: `p${n}@${domain}` }, viewer),
      ),
    );
    expect(outcomes.toSorted()).toEqual([...Array(4).fill('TOO_MANY_CLAIMS'), ...Array(20).fill('done')]);
  });
});

describe('asking for a mandate', () => {
  async function member() {
    const { coalitionId, coordinator } = await bench.coordinated();
    const organisationId = await bench.organisation();
    await bench.answer('admitMember', { coalitionId, organisationId, joinedOn: '2020-01-01' }, coordinator);
    await bench.test.settled();
    return { coalitionId, coordinator, organisationId };
  }

  async function requested(organisationId: string, email = access.email()) {
    const input = { organisationId, ...decision, name: 'Ana' };
    const { claim } = await bench.answer('requestMandate', input, access.viewer(email));
    expect(claim).toMatchObject({ state: 'PENDING', way: 'REQUEST', representative: { name: 'Ana' } });
    return { email, claimId: claim?.id ?? '' };
  }

  it('is for coordinators of a coalition to which the organisation belongs to decide, and no others', async () => {
    const { coordinator, organisationId } = await member();
    const elsewhere = await bench.coordinated();
    const { email, claimId } = await requested(organisationId);
    const input = { claimId, grant: true };
    const before = await bench.stored();
    for (const viewer of [elsewhere.coordinator, access.viewer(email), access.viewer(access.email())]) {
      expect(await access.outcome('answerMandateRequest', input, viewer)).toBe('FORBIDDEN');
      for (const id of strangeIds) {
        expect(await access.outcome('answerMandateRequest', { ...input, claimId: id }, viewer)).toBe(
          'FORBIDDEN',
        );
      }
    }
    expect(await access.outcome('answerMandateRequest', input, null)).toBe('UNAUTHENTICATED');
    expect(await bench.stored()).toEqual(before);
    const listed = await bench.test.data<{ organisationClaims: { edges: { node: { id: string } }[] } }>(
      '{ organisationClaims { edges { node { id representative { name } } } } }',
      { viewer: coordinator },
    );
    expect(listed.organisationClaims.edges).toEqual([
      { node: { id: claimId, representative: { name: 'Ana' } } },
    ]);
    expect(await bench.answer('answerMandateRequest', input, coordinator)).toMatchObject({
      claim: { state: 'GRANTED' },
    });
    expect(await access.scopesOf(email, organisationId)).toEqual(['ADMINISTER']);
  });

  it('of an organisation that others gathered too is for the hub to decide', async () => {
    const { coordinator, organisationId } = await member();
    const elsewhere = await bench.coordinated();
    const { coalitionId } = elsewhere;
    const admitted = { coalitionId, organisationId, joinedOn: '2020-01-01' };
    await bench.answer('admitMember', admitted, elsewhere.coordinator);
    await bench.test.settled();
    const { email, claimId } = await requested(organisationId);
    const yes = { claimId, grant: true };
    expect(await bench.answer('answerMandateRequest', yes, coordinator)).toMatchObject({
      claim: { state: 'CONTESTED' },
    });
    expect(await access.outcome('answerMandateRequest', yes, elsewhere.coordinator)).toBe('FORBIDDEN');
    expect(await access.scopesOf(email, organisationId)).toEqual([]);
    expect(await bench.answer('answerMandateRequest', yes)).toMatchObject({ claim: { state: 'GRANTED' } });
    expect(await access.scopesOf(email, organisationId)).toEqual(['ADMINISTER']);
  });

  it('is refused with a reason, which the person reads', async () => {
    const { coordinator, organisationId } = await member();
    const { email, claimId } = await requested(organisationId);
    const no = { claimId, grant: false };
    expect(await bench.answer('answerMandateRequest', no, coordinator)).toMatchObject({ field: 'reason' });
    const answer = await bench.answer(
      'answerMandateRequest',
      { ...no, reason: 'Not the board.' },
      coordinator,
    );
    expect(answer).toMatchObject({ claim: { state: 'REFUSED', reason: 'Not the board.' } });
    expect(await claimsOf(email)).toMatchObject([{ state: 'REFUSED' }]);
    expect(await access.scopesOf(email, organisationId)).toEqual([]);
    expect(await access.outcome('answerMandateRequest', { claimId, grant: true }, coordinator)).toBe(
      'CLAIM_NOT_PENDING',
    );
    expect((await requested(organisationId, email)).claimId).not.toBe(claimId);
  });

  it('does not let coordinators give away what is somebody’s already', async () => {
    const { coordinator, organisationId } = await member();
    const owner = access.email();
    await access.mandate(organisationId, owner);
    const { email, claimId } = await requested(organisationId);
    const yes = { claimId, grant: true };
    expect(await bench.answer('answerMandateRequest', yes, coordinator)).toMatchObject({
      claim: { state: 'CONTESTED' },
    });
    expect(await access.scopesOf(email, organisationId)).toEqual([]);
    expect(await access.outcome('answerMandateRequest', yes, coordinator)).toBe('FORBIDDEN');
    expect(
      await access.outcome(
        'answerMandateRequest',
        { ...yes, grant: false, reason: 'No.' },
        access.viewer(owner),
      ),
    ).toBe('done');
  });

  it('does not let coordinators decide for themselves', async () => {
    const { coalitionId, organisationId } = await member();
    const email = access.email();
    await bench.grantAsOwner(email, 'COORDINATOR' as never, coalitionId);
    const { claimId } = await requested(organisationId, email);
    expect(await access.outcome('answerMandateRequest', { claimId, grant: true }, access.viewer(email))).toBe(
      'FORBIDDEN',
    );
  });

  it('is over for a coalition that the organisation has left', async () => {
    const { coordinator, organisationId } = await member();
    const { claimId } = await requested(organisationId);
    await setHubTime(bench.test.database.adminUrl, '2026-03-10T12:00:00Z');
    const { coalitions } = (
      await bench.test.data<{ organisation: { coalitions: { edges: { node: { id: string } }[] } } }>(
        'query ($id: ID!) { organisation(id: $id) { coalitions { edges { node { id } } } } }',
        { variables: { id: organisationId }, viewer: null },
      )
    ).organisation;
    const input = { membershipId: coalitions.edges[0]?.node.id, endedOn: '2026-03-09' };
    expect(await access.outcome('endMembership', input, coordinator)).toBe('done');
    expect(await access.outcome('answerMandateRequest', { claimId, grant: true }, coordinator)).toBe(
      'FORBIDDEN',
    );
    expect(await access.outcome('answerMandateRequest', { claimId, grant: true }, bench.administrator)).toBe(
      'done',
    );
  });

  it('is bounded for each person, also for many at once', async () => {
    const asker = access.viewer(access.email());
    const organisationIds = await Promise.all(Array.from({ length: 22 }, () => bench.organisation()));
    const outcomes = await Promise.all(
      organisationIds.map((organisationId) =>
        access.outcome('requestMandate', { organisationId, ...decision }, asker),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(20);
    expect(outcomes.filter((outcome) => outcome === 'TOO_MANY_CLAIMS')).toHaveLength(2);
  });

  it('waits once, and is answered once by two who do so at once', async () => {
    const { coordinator, organisationId } = await member();
    const { email, claimId } = await requested(organisationId);
    const again = { organisationId, ...decision };
    expect(await access.outcome('requestMandate', again, access.viewer(email))).toBe('ALREADY_REQUESTED');
    const outcomes = await Promise.all(
      [coordinator, bench.administrator].map((viewer, n) =>
        access.outcome('answerMandateRequest', { claimId, grant: n === 0, reason: 'Because.' }, viewer),
      ),
    );
    expect(outcomes).toContain('done');
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
  });

  it('answers the same for an organisation that is claimed and one that is not', async () => {
    const [free, taken] = [await bench.organisation(), await bench.organisation()];
    await access.mandate(taken, access.email());
    const viewer = access.viewer(access.email());
    const answers = await Promise.all(
      [free, taken].map(async (organisationId) => {
        const { data } = await bench.execute('requestMandate', { organisationId, ...decision }, viewer);
        return JSON.stringify(data).replace(/[0-9a-f-]{36}/, '…');
      }),
    );
    expect(answers[0]).toBe(answers[1]);
    expect(answers[0]).toContain('PENDING');
  });
});

describe('merging', () => {
  it('leaves one administrator of those who confirm at the same moment, and stops nobody for good', async () => {
    for (let round = 0; round < 6; round += 1) {
      const one = await withWebsite();
      const website = `https://${one.domain}/`;
      const mergeId = await bench.organisation({ website });
      const emails = [`one@${one.domain}`, `two@${one.domain}`];
      const claimIds = [
        await claimed({ organisationId: one.organisationId, email: emails[0] ?? '' }),
        await claimed({ organisationId: mergeId, email: emails[1] ?? '' }),
      ];
      const merging = () => bench.answer('mergeOrganisations', { keepId: one.organisationId, mergeId });
      const confirming = () =>
        claimIds.map((claimId, n) =>
          bench.answer('confirmClaim', { claimId }, access.viewer(emails[n] ?? '')),
        );
      // Any order may come of it; none of them an error.
      const answers = await Promise.all(
        round % 2 === 0 ? [merging(), ...confirming()] : [...confirming(), merging()],
      );
      const states = answers.flatMap(({ claim }) => claim?.state ?? []);
      expect(states).toHaveLength(2);
      expect(states).toContain('GRANTED');
      const held = await Promise.all(emails.map((email) => access.scopesOf(email, one.organisationId)));
      expect(held.filter((scopes) => scopes.length > 0)).toHaveLength(
        states.filter((state) => state === 'GRANTED').length,
      );
    }
  });

  it('moves claims, offers and names, and keeps what was waiting waiting', async () => {
    const [kept, merged] = [await access.administered(), await access.administered()];
    const email = access.email();
    const mandateId = await access.offer(merged, email, { name: 'Programme officer' });
    const asker = access.email();
    for (const organisationId of [kept.organisationId, merged.organisationId]) {
      await bench.answer('requestMandate', { organisationId, ...decision }, access.viewer(asker));
    }
    await bench.answer('mergeOrganisations', { keepId: kept.organisationId, mergeId: merged.organisationId });
    expect(await claimsOf(asker)).toHaveLength(1);
    expect(await access.scopesOf(email, kept.organisationId)).toEqual([]);
    expect(await access.outcome('acceptMandate', { mandateId }, access.viewer(email))).toBe('done');
    expect(await access.scopesOf(email, kept.organisationId)).toEqual(['SIGN']);
  });
});
