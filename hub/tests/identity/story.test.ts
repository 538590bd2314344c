import { waitUntil } from '@coalition-hub/testkit';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { sign } from '../story/signing-attempts.js';
import { GraphClient } from '../whole-hub/graph-client.js';
import { InProcessHub } from '../whole-hub/in-process-hub.js';
import { type Draft, draftStatement, openStatement } from '../whole-hub/open-statement.js';
import { Browser } from './browser.js';
import { SmtpInbox } from './smtp-inbox.js';
import { SocketFollower } from './socket-follower.js';
import { SoftwareAuthenticator } from './software-authenticator.js';

jest.setTimeout(60_000);

const asked = {
  representative: 'rosa@example.org',
  coordinator: 'carlos@example.org',
  director: 'dora@example.org',
};

const decision = { decidedOn: '2026-01-15', decidedBy: 'Board' };

/** How long rights and sessions may outlive their end, in ms. */
const patience = 5_000;

let inbox: SmtpInbox;
let hub: InProcessHub;

/** What the story has come to; each chapter below goes on where the one before ended. */
let administrator: GraphClient;
let director: GraphClient;
let representative: GraphClient;
let phone: Browser;
let organisationId: string;
let mandateId: string;
let statements: { readonly open: readonly [Draft, Draft]; readonly draft: Draft };
let revise: (text: string) => Promise<unknown>;
/** Of the draft, after its first text. */
let revisions = 0;
let follower: SocketFollower;

beforeAll(async () => {
  inbox = await SmtpInbox.start();
  hub = await InProcessHub.start({ SMTP_URL: inbox.url });
});

afterAll(async () => {
  await follower?.leave();
  await hub?.stop();
  await inbox?.stop();
});

const clientOf = async (browser: Browser) => new GraphClient(hub.url, await browser.token());

/** By the link in a mail, as a browser goes through it: the page, then its button. */
async function signInByMail(email: string): Promise<Browser> {
  const browser = new Browser(hub.hub.url);
  await browser.submit('/auth/link', { email });
  const link = await inbox.link(email);
  const { text } = await browser.get(link);
  const token = /name="token" value="([^"]+)"/.exec(text)?.[1] ?? '';
  expect((await browser.submit('/auth/link/use', { token })).status).toBe(200);
  return browser;
}

/** The organisation's director invites, and whoever has the mailbox accepts. @returns the mandate's id */
async function entrust(email: string, invited: GraphClient): Promise<string> {
  await director.succeed('inviteRepresentative', { organisationId, email, scopes: ['SIGN'], ...decision });
  const { viewer } = await invited.query<{ viewer: { mandateOffers: { id: string }[] } }>(
    '{ viewer { mandateOffers { id } } }',
  );
  const [offer] = viewer.mandateOffers;
  await invited.succeed('acceptMandate', { mandateId: offer?.id });
  return offer?.id ?? '';
}

test('the link that the hub printed makes an administrator, who founds organisation and coalition', async () => {
  const [notice = ''] = hub.hub.notices;
  const browser = new Browser(hub.hub.url);
  const { text } = await browser.get(/https?:\S+/.exec(notice)?.[0] ?? '');
  const key = /name="key" value="([^"]+)"/.exec(text)?.[1] ?? '';
  const used = await browser.submit('/auth/administrator', { key, email: 'ada@example.org' });
  expect(used.status).toBe(200);
  administrator = await clientOf(browser);
  const { organisation } = await administrator.succeed<{ organisation: { id: string } }>(
    'registerOrganisation',
    { name: 'Works International', country: 'ES' },
    '... on RegisterOrganisationSuccess { organisation { id } }',
  );
  organisationId = organisation.id;
  const mandate = { organisationId, email: asked.director, scopes: ['ADMINISTER'], ...decision };
  await administrator.succeed('grantMandate', mandate);
  director = await clientOf(await signInByMail(asked.director));
  const { coalition } = await administrator.succeed<{ coalition: { id: string; slug: string } }>(
    'createCoalition',
    { name: 'A coalition that signs in' },
    '... on CreateCoalitionSuccess { coalition { id slug } }',
  );
  const role = { email: asked.coordinator, role: 'COORDINATOR', coalitionId: coalition.id };
  await administrator.succeed('grantRole', role);
  const coordinator = await clientOf(await signInByMail(asked.coordinator));
  const coordinated = { coalitionId: coalition.id, coalitionSlug: coalition.slug, coordinator };
  const coAuthorIds = [organisationId];
  statements = {
    open: [
      await openStatement(coordinated, { title: 'The first letter' }),
      await openStatement(coordinated, { title: 'The second letter' }),
    ],
    draft: await draftStatement(coordinated, { title: 'A letter to come', coAuthorIds }),
  };
  const { statementId } = statements.draft;
  revise = async (changed) => {
    await coordinator.succeed('reviseStatement', {
      statementId,
      basedOn: 1 + revisions,
      title: 'A letter to come',
      text: changed,
    });
    revisions += 1;
  };
});

test('a representative signs in by mail, registers a passkey and signs in with that', async () => {
  const laptop = await signInByMail(asked.representative);
  const device = new SoftwareAuthenticator(hub.hub.url.replace('127.0.0.1', 'localhost'), 'localhost');
  const creation = await laptop.post('/auth/passkeys/registration');
  const made = await laptop.post('/auth/passkeys', { response: device.create(creation.json) });
  expect(made.status).toBe(201);
  expect((await laptop.post('/auth/sign-out')).status).toBe(200);
  expect((await laptop.post('/auth/token')).status).toBe(401);
  phone = new Browser(hub.hub.url);
  const challenge = await phone.post('/auth/passkeys/challenge');
  const response = device.get(challenge.json);
  expect((await phone.post('/auth/passkeys/sign-in', { response })).status).toBe(200);
  representative = await clientOf(phone);
  expect(await representative.query('{ viewer { id } }')).toEqual({
    viewer: { id: hub.personId(asked.representative) },
  });
});

test('without a mandate nothing is signed; with one it is', async () => {
  const [first] = statements.open;
  expect(await sign(representative, organisationId, first, 'too-early')).toMatchObject({
    __typename: 'MandateMissing',
  });
  mandateId = await entrust(asked.representative, representative);
  expect(await sign(representative, organisationId, first, 'in-good-time')).toMatchObject({
    __typename: 'SignStatementSuccess',
  });
});

test('the mandate taken away: signing is refused, and the draft is not followed any more, within 5 s', async () => {
  follower = await SocketFollower.connect(hub.url, representative.token ?? '');
  const [draft, open] = [follower.follow(statements.draft.slug), follower.follow(statements.open[1].slug)];
  const revisedAndTold = async () => {
    await revise('What the representative may see');
    return draft.kinds.length > 0;
  };
  // A subscription tells nothing when it begins, so what it tells first shows that it has begun.
  await waitUntil(revisedAndTold, { what: 'the first update of the draft' });
  const begun = performance.now();
  await director.succeed('revokeMandate', { mandateId });
  const mayBeTold = revisions;
  // Every service has heard of it, which it must have within 5 s.
  await hub.settled();
  await revise('What the representative must not see');
  await draft.ended;
  const seconds = (performance.now() - begun) / 1000;
  console.log(`the draft was not followed any more ${seconds.toFixed(2)} s after the mandate was revoked`);
  expect(seconds * 1000).toBeLessThan(patience);
  expect(draft.kinds.length).toBeLessThanOrEqual(mayBeTold);
  expect(await sign(representative, organisationId, statements.open[1], 'too-late')).toMatchObject({
    __typename: 'MandateMissing',
  });
  // The person is still signed in, and follows what is public.
  expect(await representative.query('{ viewer { id } }')).toMatchObject({ viewer: {} });
  expect(open.isOver()).toBe(false);
});

test('the session ended: the socket is closed and the token refused, within 5 s', async () => {
  const begun = performance.now();
  expect((await phone.post('/auth/sign-out')).status).toBe(200);
  expect(await follower.closed).toBe(4403);
  const refused = await representative.errors('{ viewer { id } }');
  expect(refused[0]?.extensions.code).toBe('UNAUTHENTICATED');
  const seconds = (performance.now() - begun) / 1000;
  console.log(`socket closed and token refused ${seconds.toFixed(2)} s after signing out`);
  expect(seconds * 1000).toBeLessThan(patience);
  expect((await phone.post('/auth/token')).status).toBe(401);
});
