import { isMailbox } from '@coalition-hub/subgraph';
import { wholePage } from '../pages/html.js';
import { signedInPage } from '../pages/link-page.js';
import { cookieNames, isSecure } from '../sign-in/cookie-names.js';
import { attemptCookie, attemptIn, forgottenCookie } from '../sign-in/oidc-attempt.js';
import { OidcClient } from '../sign-in/oidc-client.js';
import { KeySealer } from '../tokens/key-sealer.js';
import { type Call, Refused } from './call.js';
import type { Desk } from './desk.js';
import { json, page, type Reply, seeOther } from './reply.js';
import type { Route } from './route.js';

/** Sign-in with an organisation's own accounts (OpenID Connect, authorisation code with PKCE). */
export function oidcRoutes(desk: Desk): readonly Route[] {
  const clients = new Map(
    desk.providers.map((provider) => [
      provider.id,
      new OidcClient(provider, `${desk.publicUrl}/auth/oidc/callback/${provider.id}`),
    ]),
  );
  const { oidc: name } = cookieNames(desk.publicUrl);
  const cookie = { name, secure: isSecure(desk.publicUrl) };
  const parts = { desk, clients, cookie, sealer: new KeySealer(desk.oidcAttemptSecret) };
  return [list(desk), begin(parts), finish(parts)];
}

interface OidcParts {
  readonly desk: Desk;
  readonly clients: ReadonlyMap<string, OidcClient>;
  readonly cookie: { readonly name: string; readonly secure: boolean };
  readonly sealer: KeySealer;
}

function list({ providers }: Desk): Route {
  const told = providers.map(({ id, name }) => ({ id, name }));
  return { method: 'GET', path: '/auth/oidc', answer: () => json({ providers: told }) };
}

function begin({ desk, clients, cookie, sealer }: OidcParts): Route {
  return {
    method: 'POST',
    path: '/auth/oidc/:id',
    async answer(call) {
      await desk.slowDown.pass(call.address);
      const client = clients.get(call.id);
      if (!client) throw new Refused(404, 'NOT_FOUND', 'There is no such way to sign in');
      const { location, attempt } = await client.begin().catch(() => {
        throw new Refused(
          502,
          'PROVIDER_UNAVAILABLE',
          'Your organisation’s sign-in does not answer right now',
        );
      });
      const set = attemptCookie(cookie, sealer, attempt, desk.clock.now());
      if (call.wantsPage) return seeOther(location, [set]);
      return json({ location }, { headers: new Headers({ 'set-cookie': set }) });
    },
  };
}

/** Whatever is wrong is one answer: what a provider says about a person is nobody else's business. */
function finish({ desk, clients, cookie, sealer }: OidcParts): Route {
  return {
    method: 'GET',
    path: '/auth/oidc/callback/:id',
    async answer(call: Call): Promise<Reply> {
      await desk.slowDown.pass(call.address);
      const client = clients.get(call.id);
      const attempt = attemptIn(call.headers, cookie.name, sealer, desk.clock.now());
      if (!client || attempt?.provider !== call.id) return notSignedIn();
      const email = await client.finish(call.query, attempt).catch(() => '');
      if (!isMailbox(email)) return notSignedIn();
      const { headers } = await desk.auth.openSession(desk.persons.personId(email), call.headers);
      headers.append('set-cookie', forgottenCookie(cookie));
      return page(signedInPage(), { headers });
    },
  };
}

function notSignedIn(): Reply {
  const text =
    '<p>Your organisation’s sign-in did not vouch for a mail address of its own. Please try again.</p>';
  return page(wholePage('You are not signed in', text), { status: 400 });
}
