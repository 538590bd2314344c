import { freePort } from '@coalition-hub/testkit';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AnswerError, GraphClient } from '../whole-hub/graph-client.js';
import { InProcessHub } from '../whole-hub/in-process-hub.js';
import { coordinatedCoalition, openStatement } from '../whole-hub/open-statement.js';
import { DocumentedGuest } from './documented-guest.js';

let hub: InProcessHub;
let guest: DocumentedGuest;
let slug: string;
let coordinator: GraphClient;

beforeAll(async () => {
  const hubPort = await freePort();
  guest = await DocumentedGuest.build(await freePort(), `http://127.0.0.1:${hubPort}`);
  await guest.start();
  hub = await InProcessHub.start({ HUB_PORT: String(hubPort), HUB_GUESTS: guest.setting });
  const administrator = await hub.administrator('administrator@example.org');
  const coordinated = await coordinatedCoalition(hub, administrator, 'Press office', 'c@example.org');
  coordinator = coordinated.coordinator;
  slug = (await openStatement(coordinated)).slug;
  await hub.settled();
}, 90_000);

afterAll(async () => {
  guest?.goOn();
  await hub?.stop();
  await guest?.remove();
});

const article = {
  url: 'https://news.example/2',
  title: 'They wrote to all States',
  publishedOn: '2026-11-20',
};

const add = `mutation ($slug: String!, $url: String!, $title: String!, $publishedOn: String!) {
  addArticle(statementSlug: $slug, url: $url, title: $title, publishedOn: $publishedOn) { title } }`;

const coverage = `query ($slug: String!) { statement(slug: $slug) { title status pressCoverage { url title publishedOn } } }`;

interface Answer {
  readonly data: { readonly statement: Readonly<Record<string, unknown>> | null };
  readonly errors?: readonly (AnswerError & { readonly path?: readonly string[] })[];
}

async function read(): Promise<Answer> {
  const { text } = await hub.signedOut().ask(coverage, { slug });
  return JSON.parse(text) as Answer;
}

test('its field stands beside those of the hub, and its types are in the schema', async () => {
  expect(await read()).toEqual({
    data: { statement: { title: 'A letter to all States', status: 'OPEN', pressCoverage: [] } },
  });
  const types = await hub
    .signedOut()
    .query<{ __type: { fields: object[] } }>('{ __type(name: "Article") { description fields { name } } }');
  expect(types.__type).toMatchObject({ description: 'Something that was published about a statement.' });
});

test('its policy holds: signed out is refused, signed in enters an article that everybody reads', async () => {
  const variables = { slug, ...article };
  const refused = await hub.signedOut().errors(add, variables);
  expect(refused).toMatchObject([{ message: 'Sign in first.', extensions: { code: 'UNAUTHENTICATED' } }]);
  expect(await coordinator.query(add, variables)).toEqual({ addArticle: { title: article.title } });
  expect((await read()).data.statement?.['pressCoverage']).toEqual([article]);
});

describe('asked past the hub', () => {
  const ask = async (authorization: string | null) => {
    const headers = { 'content-type': 'application/json', ...(authorization && { authorization }) };
    const body = JSON.stringify({ query: '{ _entities(representations: []) { __typename } }' });
    return (await fetch(guest.url, { method: 'POST', headers, body })).status;
  };

  test('it refuses whoever has no token, and whoever shows the token of a client', async () => {
    expect(await ask(null)).toBe(401);
    expect(await ask('Bearer nonsense')).toBe(401);
    expect(await ask(`Bearer ${coordinator.token}`)).toBe(401);
  });

  test('the published keys have no private half', async () => {
    const { keys } = (await (await fetch(`${hub.hub.url}/.well-known/jwks.json`)).json()) as {
      keys: readonly { kid: string }[];
    };
    const members = new Set(['alg', 'crv', 'kid', 'kty', 'use', 'x']);
    expect(keys.map((key) => new Set(Object.keys(key)))).toEqual([members, members, members, members]);
    expect(new Set(keys.map(({ kid }) => kid)).size).toBe(4);
  });
});

describe('when it cannot answer, its field is null and the rest is there', () => {
  const partly = {
    data: { statement: { title: 'A letter to all States', status: 'OPEN', pressCoverage: null } },
    errors: [{ extensions: { code: 'UNAVAILABLE' } }],
  };

  test('because it hangs: after two seconds', async () => {
    guest.pause();
    const begun = performance.now();
    const answer = await read();
    const took = performance.now() - begun;
    guest.goOn();
    expect(answer).toMatchObject(partly);
    expect(took).toBeGreaterThan(1_500);
    expect(took).toBeLessThan(5_000);
  });

  test('because it is gone: at once, and the hub stays ready', async () => {
    await guest.kill();
    const answer = await read();
    expect(answer).toMatchObject(partly);
    expect(JSON.stringify(answer)).not.toMatch(/127\.0\.0\.1|ECONN|press"/);
    expect((await fetch(`${hub.hub.url}/health/ready`)).status).toBe(200);
    await expect(coordinator.query(add, { slug, ...article })).rejects.toThrow('UNAVAILABLE');
  });

  test('and it answers again as soon as it is back', async () => {
    await guest.start();
    expect((await read()).data.statement?.['pressCoverage']).toEqual([]);
  });
});
