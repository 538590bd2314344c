import { describe, expect, test } from '@jest/globals';
import { PortInUse } from '../src/index.js';
import { answerOf, post, startToyGateway, tokenOf } from './toy-gateway.js';

const preflight = { 'apollo-require-preflight': 'true' };

describe('GraphQL over HTTP', () => {
  test('GET runs queries and refuses mutations', async () => {
    const { gateway } = await startToyGateway();
    const get = async (query: string, variables = '{}') => {
      const search = new URLSearchParams({ query, variables });
      return answerOf(await fetch(`${gateway.url}/graphql?${search}`, { headers: preflight }));
    };
    const found = await get('query ($n: Int) { books(first: $n) { isbn } }', '{"n":1}');
    expect(found.body).toEqual({ data: { books: [{ isbn: '1' }] } });
    const refused = await get('mutation { renameBook(isbn: "1", title: "x") { isbn } }');
    expect(refused.status).toBe(405);
    expect(refused.headers.get('allow')).toBe('POST');
    expect(refused.body.errors[0].extensions.code).toBe('METHOD_NOT_ALLOWED');
    expect((await get('{ whoAsks }', '{')).body.errors[0].extensions.code).toBe('BAD_REQUEST');
  });

  test.each([
    ['a GET without a header that forms cannot send', 'GET', {}],
    ['a form', 'POST', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['plain text', 'POST', { 'content-type': 'text/plain; charset=utf-8' }],
    ['no type at all', 'POST', { 'content-type': '' }],
  ])('a page elsewhere cannot make a browser send %s', async (_, method, headers) => {
    const { gateway, seen } = await startToyGateway();
    const body = method === 'POST' ? new TextEncoder().encode('{"query":"{ whoAsks }"}') : null;
    const url = `${gateway.url}/graphql?query=%7BwhoAsks%7D`;
    const { status, body: answer } = await answerOf(
      await fetch(url, { method, headers: headers as Record<string, string>, body }),
    );
    expect([status, answer.errors[0].extensions.code]).toEqual([403, 'CSRF_PREVENTED']);
    expect(seen.requests).toEqual([]);
  });

  test('our own pages may use EventSource', async () => {
    const { gateway } = await startToyGateway();
    const response = await fetch(`${gateway.url}/graphql?query=%7BwhoAsks%7D`, {
      headers: { 'sec-fetch-site': 'same-origin', accept: 'text/event-stream' },
    });
    expect(await response.text()).toBe(
      'event: next\ndata: {"data":{"whoAsks":null}}\n\nevent: complete\ndata: \n\n',
    );
  });

  test.each([
    ['not JSON', '{', 400],
    ['a batch', '[{"query":"{ whoAsks }"}]', 400],
    ['no query', '{}', 400],
    ['variables that are a list', '{"query":"{ whoAsks }","variables":[]}', 400],
    ['very many names', `{"query":"{ whoAsks }","variables":{${'"a":1,'.repeat(20_000)}"a":1}}`, 400],
    ['a number for a name', '{"query":"{ whoAsks }","operationName":1}', 400],
  ])('%s is a bad request', async (_, body, status) => {
    const { gateway } = await startToyGateway();
    const answer = await post(`${gateway.url}/graphql`, body);
    expect([answer.status, answer.body.errors[0].extensions.code]).toEqual([status, 'BAD_REQUEST']);
  });

  test('other methods, types and addresses are refused', async () => {
    const { gateway } = await startToyGateway();
    const put = await answerOf(await fetch(`${gateway.url}/graphql`, { method: 'PUT', headers: preflight }));
    expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, POST']);
    const xml = await post(`${gateway.url}/graphql`, '<a/>', { 'content-type': 'application/xml' });
    expect(xml.status).toBe(400);
    expect((await answerOf(await fetch(`${gateway.url}/nowhere`))).status).toBe(404);
  });

  test('a body of more than 1 MB is refused before it is parsed', async () => {
    const { post: ask } = await startToyGateway();
    for (const size of [1_048_577, 6_000_000]) {
      const { status, body } = await ask(`{ whoAsks } # ${'x'.repeat(size)}`);
      expect([status, body.errors[0].extensions.code]).toEqual([413, 'BODY_TOO_LARGE']);
    }
    expect((await ask(`{ whoAsks } # ${'x'.repeat(30_000)}`)).status).toBe(200);
    const long = await ask(`{ whoAsks } # ${'x'.repeat(1_000_000)}`);
    expect([long.status, long.body.errors[0].extensions.code]).toEqual([400, 'OPERATION_TOO_LARGE']);
  });

  test('a bad, forged or expired token is told from none', async () => {
    const { post: ask, seen } = await startToyGateway();
    for (const authorization of ['Bearer nonsense', `Bearer ${tokenOf('ada', -1)}`, 'Basic YTpi', 'Bearer']) {
      const { status, body } = await ask('{ whoAsks }', {}, { authorization });
      expect([status, body.errors[0].extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
    }
    expect(seen.requests).toEqual([]);
  });

  test('answers in the media type that is asked for', async () => {
    const { post: ask } = await startToyGateway();
    const accept = 'application/graphql-response+json';
    expect((await ask('{ whoAsks }', {}, { accept })).headers.get('content-type')).toContain(accept);
  });
});

describe('other addresses', () => {
  test('the keys of its tokens, if it has been given any', async () => {
    const publicKeys = { keys: [{ kty: 'OKP', crv: 'Ed25519', x: 'public' }] };
    const { gateway } = await startToyGateway({ publicKeys: () => publicKeys });
    const { status, body } = await answerOf(await fetch(`${gateway.url}/.well-known/jwks.json`));
    expect([status, body]).toEqual([200, publicKeys]);
    const { gateway: bare } = await startToyGateway();
    expect((await fetch(`${bare.url}/.well-known/jwks.json`)).status).toBe(404);
  });

  test('health, metrics and the front page', async () => {
    let reasons: string[] = ['the database is starting'];
    const { gateway } = await startToyGateway({
      ready: async () => ({ ready: reasons.length === 0, reasons }),
      metrics: () => 'hub_up 1\n',
    });
    const get = async (path: string) => answerOf(await fetch(gateway.url + path));
    expect((await get('/health/live')).status).toBe(200);
    const starting = await get('/health/ready');
    expect([starting.status, starting.body]).toEqual([503, { ready: false, reasons }]);
    reasons = [];
    expect((await get('/health/ready')).status).toBe(200);
    expect((await get('/metrics')).body).toBe('hub_up 1\n');
    const page = await get('/');
    expect(page.body).toContain('href="/graphql"');
    expect(page.body).not.toMatch(/(src|href)="(https?:)?\/\//);
  });

  test('GraphiQL is there in development only, and may load nothing from elsewhere', async () => {
    const headers = { accept: 'text/html' };
    const { gateway } = await startToyGateway();
    expect((await fetch(`${gateway.url}/graphql`, { headers })).status).toBe(403);
    const { gateway: development } = await startToyGateway({ development: true });
    const page = await answerOf(await fetch(`${development.url}/graphql`, { headers }));
    expect(page.status).toBe(200);
    expect(page.body).toContain('<title>Coalition Hub</title>');
    const policy = page.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toMatch(/https?:/);
  });

  test('a port in use is told in one plain sentence', async () => {
    const { gateway } = await startToyGateway();
    const second = startToyGateway({ port: gateway.port });
    await expect(second).rejects.toBeInstanceOf(PortInUse);
    await expect(second).rejects.toThrow(/^Port \d+ of 127.0.0.1 is already in use: stop what .*\.$/);
  });

  test('the operating system chooses a port where none is given', async () => {
    const { gateway } = await startToyGateway({ port: 0 });
    expect(gateway.url).toBe(`http://127.0.0.1:${gateway.port}`);
  });
});
