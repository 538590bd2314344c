import { describe, expect, test } from '@jest/globals';
import { startToyGateway } from './toy-gateway.js';

const origin = 'https://a.example';
const other = 'https://a.example.evil.example';
const body = JSON.stringify({ query: '{ whoAsks }' });
const json = { 'content-type': 'application/json' };

function corsHeaders(headers: Headers): string[] {
  return [...headers.keys()].filter((name) => name.startsWith('access-control-'));
}

test('every answer says what browsers may not do with it, and not who made it', async () => {
  const { gateway } = await startToyGateway({ development: true, overTls: true, publicKeys: () => ({}) });
  const asked: [path: string, init?: RequestInit][] = [
    ['/'],
    ['/graphql', { headers: { accept: 'text/html' } }],
    ['/graphql', { method: 'POST', body, headers: json }],
    ['/graphql', { method: 'POST', body, headers: { ...json, accept: 'text/event-stream' } }],
    ['/graphql', { method: 'POST', body: '{', headers: json }],
    ['/graphql', { method: 'DELETE' }],
    ['/health/live'],
    ['/health/ready'],
    ['/metrics'],
    ['/.well-known/jwks.json'],
    ['/nowhere'],
  ];
  for (const [path, init] of asked) {
    const { headers } = await fetch(gateway.url + path, init);
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': 'max-age=31536000',
      'x-content-type-options': 'nosniff',
    });
    expect([headers.get('server'), headers.get('x-powered-by'), headers.get('set-cookie')]).toEqual([
      null,
      null,
      null,
    ]);
    expect(corsHeaders(headers)).toEqual([]);
  }
});

test('without TLS nothing is said about it', async () => {
  const { gateway } = await startToyGateway();
  expect((await fetch(gateway.url)).headers.get('strict-transport-security')).toBeNull();
});

describe('pages of other sites', () => {
  const preflight = (from: string) => ({
    method: 'OPTIONS',
    headers: {
      origin: from,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type',
    },
  });

  test('may ask where they are named, and read the answer, without credentials', async () => {
    const { gateway } = await startToyGateway({ origins: ['https://b.example', origin] });
    const allowed = await fetch(`${gateway.url}/graphql`, preflight(origin));
    expect([allowed.status, Object.fromEntries(allowed.headers)]).toEqual([
      204,
      expect.objectContaining({
        'access-control-allow-origin': origin,
        'access-control-allow-methods': 'GET, POST',
        'access-control-allow-headers': expect.stringContaining('authorization, content-type'),
        vary: 'origin',
      }),
    ]);
    expect(allowed.headers.get('access-control-allow-credentials')).toBeNull();
    for (const sent of [body, '{']) {
      const answer = await fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        body: sent,
        headers: { ...json, origin },
      });
      expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
      expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    }
  });

  test.each([
    ['that are not named', [origin], other],
    ['without an origin of their own', [origin], 'null'],
    ['where none is named', [], origin],
  ])('%s are told nothing', async (_, origins, from) => {
    const { gateway, seen } = await startToyGateway({ origins });
    const refused = await fetch(`${gateway.url}/graphql`, preflight(from));
    expect([refused.status, corsHeaders(refused.headers)]).toEqual([405, []]);
    const headers = { 'content-type': 'text/plain', origin: from };
    const unasked = await fetch(`${gateway.url}/graphql`, { method: 'POST', body, headers });
    expect([unasked.status, corsHeaders(unasked.headers), seen.requests]).toEqual([403, [], []]);
  });

  test('may not read what is no graph', async () => {
    const { gateway } = await startToyGateway({ origins: [origin] });
    for (const path of ['/', '/metrics', '/health/ready'])
      expect(corsHeaders((await fetch(gateway.url + path, { headers: { origin } })).headers)).toEqual([]);
  });
});
