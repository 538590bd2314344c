import { apiKeysOf, endApiKey, makeApiKey } from '../sessions/api-keys.js';
import { Refused, textIn } from './call.js';
import type { Desk } from './desk.js';
import { json } from './reply.js';
import type { Route } from './route.js';
import { freshlySignedIn, signedIn } from './signed-in.js';

const longestName = 100;

/** A person's keys for scripts: making, seeing and ending them. */
export function apiKeyRoutes(desk: Desk): readonly Route[] {
  return [list(desk), make(desk), end(desk)];
}

function list({ auth, db }: Desk): Route {
  return {
    method: 'GET',
    path: '/auth/api-keys',
    async answer({ headers }) {
      const person = await signedIn(auth, headers);
      return json({ apiKeys: await apiKeysOf(db, person.userId) }, person);
    },
  };
}

function make({ auth, db }: Desk): Route {
  return {
    method: 'POST',
    path: '/auth/api-keys',
    async answer(call) {
      const { userId } = await freshlySignedIn(auth, call.headers);
      const name = textIn(call, 'name').trim();
      // An address has no place at rest, and a name is all that people type here.
      if (name === '' || name.length > longestName || name.includes('@') || name.includes('\0'))
        throw new Refused(
          400,
          'BAD_USER_INPUT',
          `Please give a "name" of 1 to ${longestName} characters without "@"`,
        );
      const readOnly = call.body['readOnly'] === true;
      const made = await makeApiKey(db, userId, name, readOnly);
      if (made === null)
        throw new Refused(409, 'TOO_MANY_KEYS', 'Please end a key first; you have very many');
      return json({ ...made, message: 'Keep the key: it is not shown again' }, { status: 201 });
    },
  };
}

function end({ auth, db, watch }: Desk): Route {
  return {
    method: 'DELETE',
    path: '/auth/api-keys/:id',
    async answer({ headers, id }) {
      const { userId } = await signedIn(auth, headers);
      if (!(await endApiKey(db, userId, id))) throw new Refused(404, 'NOT_FOUND', 'You have no such key');
      await watch.refreshNow();
      return json({ ended: true });
    },
  };
}
