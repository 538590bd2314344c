import type { Auth } from '../sign-in/auth.js';
import { personIdOf } from '../sign-in/person-address.js';
import { Refused } from './call.js';

const day = 86_400_000;

/** Who asks, by the session's cookie. */
export interface SignedIn {
  readonly userId: string;
  readonly personId: string;
  readonly sessionId: string;
  readonly since: Date;
  readonly until: Date;
  /** Cookies to be sent along: the session is prolonged by being used. */
  readonly headers: Headers;
}

/** @throws Refused when nobody is signed in */
export async function signedIn(auth: Auth, headers: Headers): Promise<SignedIn> {
  const { api } = await auth.load();
  const found = await api.getSession({ headers, returnHeaders: true });
  if (!found.response) throw new Refused(401, 'UNAUTHENTICATED', 'Please sign in first');
  const { user, session } = found.response;
  return {
    userId: user.id,
    personId: personIdOf(user.email),
    sessionId: session.id,
    since: new Date(session.createdAt),
    until: new Date(session.expiresAt),
    headers: found.headers,
  };
}

/**
 * For what stays behind when the session ends: other ways to sign in.
 * @throws Refused when nobody is signed in, or only by a session that is older than a day
 */
export async function freshlySignedIn(auth: Auth, headers: Headers): Promise<SignedIn> {
  const person = await signedIn(auth, headers);
  if (Date.now() - person.since.getTime() < day) return person;
  throw new Refused(
    403,
    'SESSION_NOT_FRESH',
    'You signed in more than a day ago; please sign in again for this',
  );
}
