import { deviceWord } from '../sign-in/device-word.js';
import { type Call, Refused } from './call.js';
import type { Desk } from './desk.js';
import { json } from './reply.js';
import type { Route } from './route.js';
import { freshlySignedIn, signedIn } from './signed-in.js';

/** Passkeys (WebAuthn Level 3): made when signed in, then a way to sign in without typing an address. */
export function passkeyRoutes(desk: Desk): readonly Route[] {
  return [list(desk), beginRegistration(desk), register(desk), remove(desk), challenge(desk), signIn(desk)];
}

function list({ auth, db }: Desk): Route {
  return {
    method: 'GET',
    path: '/auth/passkeys',
    async answer({ headers }) {
      const person = await signedIn(auth, headers);
      const passkeys = await db
        .selectFrom('passkey')
        .select(['id', 'name as device', 'created_at as since'])
        .where('user_id', '=', person.userId)
        .orderBy('created_at', 'desc')
        .execute();
      return json({ passkeys }, person);
    },
  };
}

function beginRegistration({ auth }: Desk): Route {
  return {
    method: 'POST',
    path: '/auth/passkeys/registration',
    async answer({ headers }) {
      await freshlySignedIn(auth, headers);
      const { api } = await auth.load();
      const { response, headers: cookies } = await api
        .generatePasskeyRegistrationOptions({ headers, query: {}, returnHeaders: true })
        .catch(refused);
      // The device shows this name to its owner; the one that better-auth knows is a hash.
      const user = { ...response.user, name: 'Coalition Hub', displayName: 'Coalition Hub' };
      return json({ ...response, user }, { headers: cookies });
    },
  };
}

function register({ auth }: Desk): Route {
  return {
    method: 'POST',
    path: '/auth/passkeys',
    async answer({ headers, body }) {
      await freshlySignedIn(auth, headers);
      const { api } = await auth.load();
      const name = deviceWord(headers.get('user-agent'));
      const { id } = await api
        .verifyPasskeyRegistration({ headers, body: { response: body['response'], name } })
        .catch(refused);
      return json({ id, device: name }, { status: 201 });
    },
  };
}

function remove({ auth, db }: Desk): Route {
  return {
    method: 'DELETE',
    path: '/auth/passkeys/:id',
    async answer({ headers, id }) {
      const { userId } = await freshlySignedIn(auth, headers);
      const { numDeletedRows } = await db
        .deleteFrom('passkey')
        .where('user_id', '=', userId)
        .where('id', '=', id)
        .executeTakeFirst();
      if (numDeletedRows === 0n) throw new Refused(404, 'NOT_FOUND', 'You have no such passkey');
      return json({ ended: true });
    },
  };
}

/** Names no passkey, also to somebody signed in: the device knows its own. */
function challenge({ auth, slowDown }: Desk): Route {
  return {
    method: 'POST',
    path: '/auth/passkeys/challenge',
    async answer(call) {
      await slowDown.pass(call.address);
      const { api } = await auth.load();
      const { response, headers } = await api.generatePasskeyAuthenticationOptions({
        headers: new Headers(),
        returnHeaders: true,
      });
      return json({ ...response, userVerification: 'required' }, { headers });
    },
  };
}

/** An unknown passkey and a wrong signature are refused in the same words. */
function signIn({ auth, slowDown }: Desk): Route {
  return {
    method: 'POST',
    path: '/auth/passkeys/sign-in',
    async answer(call: Call) {
      await slowDown.pass(call.address);
      const response = call.body['response'];
      if (typeof response !== 'object' || response === null) return refused({ status: 'BAD_REQUEST' });
      const { api } = await auth.load();
      const { headers } = await api
        .verifyPasskeyAuthentication({
          headers: call.headers,
          body: { response: response as never },
          returnHeaders: true,
        })
        .catch(refused);
      return json({ signedIn: true }, { headers });
    },
  };
}

/** What a device sends is anybody's: whatever better-auth finds wrong in it is one refusal. */
function refused(error: { readonly status?: unknown }): never {
  if (error.status === undefined) throw error;
  throw new Refused(400, 'PASSKEY_NOT_VALID', 'This passkey was not accepted; please try again');
}
