import {
  AdmitMember,
  CloseForSignature,
  CreateCoalition,
  CreateStatement,
  GrantMandate,
  GrantRole,
  HubClient,
  HubError,
  isSuccess,
  membersOf,
  OpenForSignature,
  ReadStatement,
  RefusedError,
  RegisterOrganisation,
  SignStatement,
  searchOrganisations,
  signaturesOf,
  successOf,
} from '@coalition-hub/client';
import { graphql } from '@coalition-hub/client/graphql';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { InProcessHub } from '../whole-hub/in-process-hub.js';
import { allOf } from './all-of.js';
import { UnreliableNetwork } from './unreliable-network.js';

const email = 'coordinator@example.org';
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

let hub: InProcessHub;
let network: UnreliableNetwork;
let token: string;
let client: HubClient;
let signedOut: HubClient;
let coalition: { id: string; slug: string };

beforeAll(async () => {
  hub = await InProcessHub.start();
  token = (await hub.administrator(email)).token ?? '';
  network = await UnreliableNetwork.before(hub.url);
  client = new HubClient({ url: hub.url, token });
  signedOut = new HubClient({ url: hub.url });
  const { createCoalition } = await client.mutate(CreateCoalition, { input: { name: 'A coalition' } });
  ({ coalition } = successOf(createCoalition));
  const role = { email, role: 'COORDINATOR', coalitionId: coalition.id } as const;
  successOf((await client.mutate(GrantRole, { input: role })).grantRole);
}, 60_000);

afterAll(async () => {
  await network.close();
  await hub.stop();
});

async function opened(title: string): Promise<{ id: string; slug: string; digest: string }> {
  const { createStatement } = await client.mutate(CreateStatement, {
    input: {
      coalitionId: coalition.id,
      kind: 'OPEN_LETTER',
      language: 'en',
      title,
      text: 'We write to all States.',
      coAuthorIds: [],
    },
  });
  const { id, slug, currentRevision } = successOf(createStatement).statement;
  const { digest } = currentRevision;
  const window = { statementId: id, revisionDigest: digest, closesAt: inAnHour() };
  successOf((await client.mutate(OpenForSignature, { input: window })).openForSignature);
  return { id, slug, digest };
}

async function signer(name: string, country = 'ES'): Promise<string> {
  const { registerOrganisation } = await client.mutate(RegisterOrganisation, { input: { name, country } });
  const { id } = successOf(registerOrganisation).organisation;
  const mandate = { organisationId: id, email, scopes: ['SIGN' as const] };
  const decided = { decidedOn: '2022-09-01', decidedBy: 'Board' };
  successOf((await client.mutate(GrantMandate, { input: { ...mandate, ...decided } })).grantMandate);
  return id;
}

async function failureOf(work: Promise<unknown>): Promise<HubError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(HubError);
  return error as HubError;
}

describe('asking', () => {
  test('gives what was asked for, of a document of one’s own', async () => {
    const document = graphql(`query Mine($slug: String!) { coalition(slug: $slug) { name slug } }`);
    const { coalition: found } = await signedOut.query(document, { slug: coalition.slug });
    expect(found).toEqual({ name: 'A coalition', slug: coalition.slug });
  });

  test('takes fragments, and text without types', async () => {
    const names = graphql('fragment Names on Coalition { name slug }');
    const document = graphql('query ($slug: String!) { coalition(slug: $slug) { ...Names } }', [names]);
    const { slug } = coalition;
    const typed = await signedOut.query(document, { slug });
    const text = 'query ($slug: String!) { coalition(slug: $slug) { name slug } }';
    expect(await signedOut.query(text, { slug })).toEqual(typed);
  });

  test('knows who asks by the token of that moment', async () => {
    const tokens = [token, null];
    const changing = new HubClient({ url: hub.url, token: () => tokens.shift() });
    const viewer = graphql('{ viewer { roles { role } } }');
    expect((await changing.query(viewer)).viewer?.roles).toHaveLength(2);
    expect((await changing.query(viewer)).viewer).toBeNull();
    expect(tokens).toEqual([]);
  });

  test('a fault is an error with a code and the id of the request', async () => {
    const error = await failureOf(signedOut.query('{ duplicateProposals { totalCount } }'));
    expect(error).toMatchObject({ code: 'UNAUTHENTICATED', path: ['duplicateProposals'], retryable: false });
    expect(error.requestId).toMatch(/\S{8}/);
    expect(await failureOf(signedOut.query('{ nothing }'))).toMatchObject({
      code: 'GRAPHQL_VALIDATION_FAILED',
      retryable: false,
      path: undefined,
    });
  });

  test('a bad token is told once, and not tried again', async () => {
    let asked = 0;
    const forged = new HubClient({ url: hub.url, token: () => `forged-${++asked}` });
    expect(await failureOf(forged.query('{ viewer { id } }'))).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(asked).toBe(1);
  });

  test('what is no query is refused before it is sent', async () => {
    const elsewhere = new HubClient({ url: 'http://127.0.0.1:1/graphql' });
    for (const document of ['mutation { a }', 'subscription { a }', 'query {', '', '{ a } { b }']) {
      expect(await failureOf(elsewhere.query(document))).toMatchObject({ code: 'GRAPHQL_PARSE_FAILED' });
    }
  });
});

describe('a refusal', () => {
  test('is a value, told apart by its type', async () => {
    const { id, digest } = await opened('Refusals');
    const organisationId = await signer('Refused twice');
    const input = { statementId: id, revisionDigest: digest, organisationId };
    const first = await client.mutate(SignStatement, { input });
    expect(isSuccess(first.signStatement)).toBe(true);
    const { signStatement } = await client.mutate(SignStatement, { input });
    expect(isSuccess(signStatement)).toBe(false);
    switch (signStatement.__typename) {
      case 'AlreadySigned':
        expect(signStatement.signature).toMatchObject({ nameAsSigned: 'Refused twice' });
        expect(signStatement.signature.id).toBe(successOf(first.signStatement).signature.id);
        break;
      default:
        throw new Error(`${signStatement.__typename} was not expected`);
    }
  });

  test('can be made an error by a script that cannot go on', async () => {
    const { createCoalition } = await client.mutate(CreateCoalition, { input: { name: '' } });
    expect(createCoalition).toMatchObject({ __typename: 'InvalidInput', field: 'name' });
    expect(() => successOf(createCoalition)).toThrow(RefusedError);
    expect(() => successOf(createCoalition)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  });
});

describe('an answer that is lost', () => {
  const retry = { firstDelayMs: 10, longestDelayMs: 100 };

  test('leaves exactly one signature: the same request is sent again, with the same key', async () => {
    const { id, slug, digest } = await opened('Lost answers');
    const organisationId = await signer('Signs once');
    const over = new HubClient({ url: network.url, token, retry });
    network.loseAnswers(2);
    const input = { statementId: id, revisionDigest: digest, organisationId };
    const { signStatement } = await over.mutate(SignStatement, { input });
    expect(network.lostAnswers).toBe(2);
    const { signature } = successOf(signStatement);
    const listed = await allOf(signaturesOf(client, { slug }));
    expect(listed.map((each) => each.id)).toEqual([signature.id]);
  });

  test('is not asked for again where no key goes with it, or more is done beside', async () => {
    const over = new HubClient({ url: network.url, token, retry });
    const input = { name: 'Registered at most once', country: 'ES' };
    network.loseAnswers(1);
    const keyless = over.mutate(RegisterOrganisation, { input }, { makeKey: false });
    expect(await failureOf(keyless)).toMatchObject({ code: 'NETWORK', retryable: true });
    const two = `mutation ($input: CreateCoalitionInput!) {
      a: createCoalition(input: $input) { __typename } b: createCoalition(input: { name: "B" }) { __typename } }`;
    network.loseAnswers(1);
    expect(await failureOf(over.mutate(two, { input: { name: 'A' } }))).toMatchObject({ code: 'NETWORK' });
  });

  test('a silent hub is given up in time, and told as that', async () => {
    const silent = await UnreliableNetwork.before(hub.url);
    silent.goSilent();
    const over = new HubClient({ url: silent.url, timeoutMs: 200, retry: { ...retry, attempts: 2 } });
    expect(await failureOf(over.query('{ viewer { id } }'))).toMatchObject({
      code: 'TIMEOUT',
      retryable: true,
    });
    expect(silent.requests).toBe(2);
    await silent.close();
  });

  test('nobody waits on after giving up', async () => {
    const silent = await UnreliableNetwork.before(hub.url);
    silent.goSilent();
    const gone = new AbortController();
    const asked = new HubClient({ url: silent.url }).query(
      ReadStatement,
      { slug: 'a' },
      { signal: gone.signal },
    );
    gone.abort(new Error('changed my mind'));
    await expect(asked).rejects.toThrow('changed my mind');
    await silent.close();
  });
});

describe('lists', () => {
  test('are read page by page, each entry once, with one page in memory', async () => {
    const { id, slug, digest } = await opened('Many signatures');
    const names = Array.from({ length: 23 }, (_, index) => `Signer ${String(index).padStart(2, '0')}`);
    for (const name of names) {
      const input = { statementId: id, revisionDigest: digest, organisationId: await signer(name) };
      successOf((await client.mutate(SignStatement, { input })).signStatement);
    }
    const listed = signaturesOf(signedOut, { slug, orderBy: 'NAME' }, { pageSize: 5 });
    expect((await allOf(listed)).map(({ nameAsSigned }) => nameAsSigned)).toEqual(names);
    successOf((await client.mutate(CloseForSignature, { input: { statementId: id } })).closeForSignature);
  });

  test('members are those of the day, organisations those that are searched for', async () => {
    const organisationId = await signer('Fédération des Amitiés', 'FR');
    const input = {
      coalitionId: coalition.id,
      organisationId,
      joinedOn: '2020-01-01',
      endedOn: '2021-12-31',
    };
    successOf((await client.mutate(AdmitMember, { input })).admitMember);
    const { slug } = coalition;
    const memberNames = async (asOf: string) =>
      (await allOf(membersOf(client, { slug, asOf }))).map(({ organisation }) => organisation.name);
    expect(await memberNames('2021-06-30')).toEqual(['Fédération des Amitiés']);
    expect(await memberNames('2022-01-01')).toEqual([]);
    const found = searchOrganisations(client, { filter: { search: 'federation des amities' } });
    expect((await found.next()).value).toMatchObject({ name: 'Fédération des Amitiés', country: 'FR' });
  });

  test('of what is not there, or in pages too large, are errors', async () => {
    expect(await failureOf(signaturesOf(client, { slug: 'nothing' }).next())).toMatchObject({
      code: 'NOT_FOUND',
      retryable: false,
    });
    await expect(signaturesOf(client, { slug: 'nothing' }, { pageSize: 201 }).next()).rejects.toThrow(
      RangeError,
    );
  });
});
