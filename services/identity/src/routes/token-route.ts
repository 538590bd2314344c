import { writing } from '@coalition-hub/subgraph';
import { personOfKey } from '../sessions/api-keys.js';
import { tokenLifetime } from '../tokens/client-tokens.js';
import { type Call, Refused } from './call.js';
import type { Desk } from './desk.js';
import { json } from './reply.js';
import type { Route } from './route.js';
import { signedIn } from './signed-in.js';

/** A short-lived token for the gateway, for a session's cookie or an API key. */
export function tokenRoute(desk: Desk): Route {
  return {
    method: 'POST',
    path: '/auth/token',
    async answer(call) {
      const key = /^Bearer +(hubkey_\S+)$/i.exec(call.headers.get('authorization') ?? '')?.[1];
      return key === undefined ? forSession(desk, call) : forKey(desk, call, key);
    },
  };
}

/** A token never outlives its session. */
async function forSession({ auth, tokens, clock }: Desk, { headers }: Call) {
  const person = await signedIn(auth, headers);
  const left = Math.floor((person.until.getTime() - clock.now().getTime()) / 1000);
  const expiresIn = Math.max(1, Math.min(tokenLifetime, left));
  return json({ token: await tokens.issue({ ...person, scopes: [writing] }, expiresIn), expiresIn }, person);
}

async function forKey({ db, tokens, slowDown }: Desk, { address }: Call, key: string) {
  await slowDown.pass(address);
  const claims = await personOfKey(db, key);
  if (!claims) throw new Refused(401, 'UNAUTHENTICATED', 'The API key is not valid, or no longer');
  return json({ token: await tokens.issue(claims), expiresIn: tokenLifetime });
}
