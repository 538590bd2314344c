import { setHubTime, waitUntil } from '@coalition-hub/testkit';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { type GraphClient, mutationSource } from './graph-client.js';
import { whileNothingCommits } from './held-commands.js';
import { InProcessHub } from './in-process-hub.js';
import {
  type Coordinated,
  coordinatedCoalition,
  type Draft,
  draftStatement,
  openStatement,
} from './open-statement.js';

/** From acknowledging that a right is gone to the last thing done by it, in ms. */
const soon = 5_000;

let hub: InProcessHub;
let administrator: GraphClient;
let coordinated: Coordinated;
let open: Draft;

beforeAll(async () => {
  hub = await InProcessHub.start();
  administrator = await hub.administrator('administrator@example.org');
  coordinated = await coordinatedCoalition(hub, administrator, 'A coalition', 'c@example.org');
  open = await openStatement(coordinated, { title: 'Open' });
}, 120_000);

afterAll(() => hub?.stop());

let made = 0;

/** An organisation and somebody who may sign for it, with what takes that away. */
async function representative(more: object = {}) {
  made += 1;
  const email = `representative-${made}@example.org`;
  const { organisation } = await administrator.succeed<{ organisation: { id: string } }>(
    'registerOrganisation',
    { name: `Organisation ${made}` },
    '... on RegisterOrganisationSuccess { organisation { id } }',
  );
  const organisationId = organisation.id;
  const mandate = {
    organisationId,
    email,
    scopes: ['SIGN'],
    decidedOn: '2022-01-01',
    decidedBy: 'Board',
    ...more,
  };
  const granted = await administrator.succeed<{ mandate: { id: string } }>(
    'grantMandate',
    mandate,
    '... on GrantMandateSuccess { mandate { id } }',
  );
  const revoke = () => administrator.succeed('revokeMandate', { mandateId: granted.mandate.id });
  return { organisationId, email, person: await hub.person(email), revoke };
}

type Representative = Awaited<ReturnType<typeof representative>>;

/** @returns the type of the answer, or the code of the error */
async function sign({ person, organisationId }: Representative, idempotencyKey: string): Promise<string> {
  const { statementId, digest: revisionDigest } = open;
  const input = { statementId, revisionDigest, organisationId, idempotencyKey };
  const { text } = await person.ask(mutationSource('signStatement'), { input });
  const { data, errors } = JSON.parse(text) as {
    data?: { signStatement: { __typename: string } };
    errors?: { extensions: { code: string } }[];
  };
  return errors?.[0]?.extensions.code ?? data?.signStatement.__typename ?? 'nothing';
}

/** Follows a draft with a person's own rights. */
function follow({ token }: GraphClient, slug: string) {
  const client = createClient({
    url: hub.url.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: { authorization: `Bearer ${token}` },
  });
  const query = `subscription ($slug: String!) { statementUpdated(slug: $slug) { kind } }`;
  const seen = { told: 0, ended: false };
  const reading = (async () => {
    for await (const { errors } of client.iterate({ query, variables: { slug } })) {
      if (errors) break;
      seen.told += 1;
    }
  })();
  reading
    .catch(() => undefined)
    .finally(() => {
      seen.ended = true;
    });
  return { seen, stop: () => client.dispose() };
}

async function revise({ statementId }: Draft, basedOn: number): Promise<void> {
  const text = { title: 'A draft', text: `Text ${basedOn}.` };
  await coordinated.coordinator.succeed('reviseStatement', { statementId, basedOn, ...text });
}

describe('an open socket', () => {
  test('tells an observer of a draft nothing any more within 5 s after the role is taken away', async () => {
    const email = 'observer@example.org';
    const { role } = await coordinated.coordinator.succeed<{ role: { id: string } }>(
      'grantRole',
      { email, role: 'OBSERVER', coalitionId: coordinated.coalitionId },
      '... on GrantRoleSuccess { role { id } }',
    );
    await hub.settled();
    const draft = await draftStatement(coordinated, { title: 'A draft' });
    const followed = follow(await hub.person(email), draft.slug);
    let revision = 1;
    await waitUntil(
      async () => {
        await revise(draft, revision++);
        return followed.seen.told > 0;
      },
      { what: 'the observer is told' },
    );
    await coordinated.coordinator.succeed('revokeRole', { roleId: role.id });
    const revokedAt = performance.now();
    await waitUntil(
      async () => {
        await revise(draft, revision++);
        return followed.seen.ended;
      },
      { what: 'the subscription ends', timeoutMs: soon },
    );
    process.stdout.write(`the subscription ended after ${Math.round(performance.now() - revokedAt)} ms\n`);
    const { told } = followed.seen;
    await revise(draft, revision++);
    await hub.settled();
    expect(followed.seen.told).toBe(told);
    await followed.stop();
  });
});

describe('signing', () => {
  test('is refused within 5 s after the mandate is taken away', async () => {
    const signer = await representative();
    await signer.revoke();
    const revokedAt = performance.now();
    let tries = 0;
    const refused = async () => (await sign(signer, `after-the-revocation-${++tries}`)) === 'MandateMissing';
    await waitUntil(refused, { what: 'signing is refused', timeoutMs: soon });
    process.stdout.write(`refused after ${Math.round(performance.now() - revokedAt)} ms\n`);
    await expect(refused()).resolves.toBe(true);
  });

  test('that was under way when the mandate was taken away is refused, and leaves no signature', async () => {
    const [dismissed, kept] = [await representative(), await representative()];
    const before = await hub.rowCounts();
    const began = performance.now();
    const answers = await whileNothingCommits(await hub.databaseUrl('signatories'), async (held) => {
      const signing = [sign(dismissed, 'under-way-1'), sign(kept, 'under-way-2')];
      await held.aboutToCommit();
      await dismissed.revoke();
      await waitUntil(() => performance.now() - began > 2_500, { what: 'they have waited long' });
      return signing;
    });
    expect(await Promise.all(answers)).toEqual(['MandateMissing', 'SignStatementSuccess']);
    const signed = (counts: Record<string, number>) =>
      counts[Object.keys(counts).find((name) => name.endsWith('signatories.signature')) ?? ''];
    expect(signed(await hub.rowCounts())).toBe((signed(before) ?? 0) + 1);
  });

  test('ends with the last day of the mandate, though nothing is told', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const signer = await representative({ endsOn: today });
    const url = await hub.databaseUrl('signatories');
    await hub.settled();
    const tomorrow = new Date(Date.parse(today) + 86_400_000).toISOString();
    await setHubTime(url, tomorrow);
    expect(await sign(signer, 'the-day-after')).toBe('MandateMissing');
    await setHubTime(url, null);
    expect(await sign(signer, 'the-last-day')).toBe('SignStatementSuccess');
  });
});

/** Something that is about to be done, by a right that is about to be taken away. */
interface UnderWay {
  readonly person: GraphClient;
  readonly mutation: string;
  readonly input: object;
  revoke(): Promise<unknown>;
}

async function anotherCoordinator(): Promise<Pick<UnderWay, 'person' | 'revoke'>> {
  made += 1;
  const email = `coordinator-${made}@example.org`;
  const { role } = await administrator.succeed<{ role: { id: string } }>(
    'grantRole',
    { email, role: 'COORDINATOR', coalitionId: coordinated.coalitionId },
    '... on GrantRoleSuccess { role { id } }',
  );
  const revoke = () => administrator.succeed('revokeRole', { roleId: role.id });
  return { person: await hub.person(email), revoke };
}

/** By service: where its command is held up, and what is done. */
const underWay = {
  organisations: {
    table: 'membership',
    async prepare(): Promise<UnderWay> {
      const { organisationId } = await representative();
      const { coalitionId } = coordinated;
      const input = { coalitionId, organisationId, joinedOn: '2022-01-01' };
      return { ...(await anotherCoordinator()), mutation: 'admitMember', input };
    },
  },
  statements: {
    table: 'audit_entry',
    async prepare(): Promise<UnderWay> {
      const { organisationId, person, revoke } = await representative();
      await hub.settled();
      const { statementId } = await draftStatement(coordinated, { coAuthorIds: [organisationId] });
      const change = { passage: 'all States', replacement: 'States', reason: 'Shorter.' };
      return {
        ...{ person, revoke, mutation: 'proposeAmendment' },
        input: { statementId, revisionNumber: 1, ...change },
      };
    },
  },
  events: {
    table: 'audit_entry',
    async prepare(): Promise<UnderWay> {
      const where = { body: { code: 'HRC', name: 'Human Rights Council' }, place: 'Geneva' };
      const input = { title: 'A session', startsOn: '2030-09-12', endsOn: '2030-10-07', ...where };
      return { ...(await anotherCoordinator()), mutation: 'createEvent', input };
    },
  },
};

describe.each(Object.keys(underWay) as (keyof typeof underWay)[])('what is under way in %s', (service) => {
  const { table, prepare } = underWay[service];

  test('when the right is taken away is not done; the same with the right kept is', async () => {
    const [lost, kept] = [await prepare(), await prepare()];
    await hub.settled();
    const ask = async ({ person, mutation, input }: UnderWay) =>
      (await person.ask(mutationSource(mutation), { input })).text;
    const began = performance.now();
    const answers = await whileNothingCommits(
      await hub.databaseUrl(service),
      async (held) => {
        const doing = [ask(lost), ask(kept)];
        await held.aboutToCommit();
        await lost.revoke();
        await waitUntil(() => performance.now() - began > 2_500, { what: 'they have waited long' });
        return doing;
      },
      table,
    );
    const [refused, done] = await Promise.all(answers);
    expect(refused).not.toContain('Success');
    expect(refused).toMatch(/FORBIDDEN|NOT_FOUND/);
    expect(done).toContain('Success');
  }, 30_000);
});

describe('an organisation’s own log, through the gateway', () => {
  test('has the signature with who made it and by which request', async () => {
    const signer = await representative({ name: 'Director' });
    expect(await sign(signer, 'for-the-log')).toBe('SignStatementSuccess');
    await hub.settled();
    const query = `query ($id: ID!) { organisation(id: $id) { auditLog(filter: { actions: [SIGNED] }) {
      edges { node { action statementId requestId actor { name } } } } } }`;
    const shown = await signer.person.query<{ organisation: { auditLog: { edges: { node: object }[] } } }>(
      query,
      {
        id: signer.organisationId,
      },
    );
    expect(shown.organisation.auditLog.edges).toEqual([
      {
        node: {
          action: 'SIGNED',
          statementId: open.statementId,
          requestId: expect.any(String),
          actor: { name: 'Director' },
        },
      },
    ]);
    const { text } = await (await representative()).person.ask(query, { id: signer.organisationId });
    expect(text).toBe('{"data":{"organisation":{"auditLog":null}}}');
  });
});
