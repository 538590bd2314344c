import { endAllSessions, endSession, sessionsOf } from '../sessions/open-sessions.js';
import { Refused } from './call.js';
import type { Desk } from './desk.js';
import { json } from './reply.js';
import type { Route } from './route.js';
import { signedIn } from './signed-in.js';

/** A person's own sessions: seeing and ending them. */
export function sessionRoutes(desk: Desk): readonly Route[] {
  return [list(desk), endOne(desk), endAll(desk), signOut(desk)];
}

function list({ auth, db }: Desk): Route {
  return {
    method: 'GET',
    path: '/auth/sessions',
    async answer({ headers }) {
      const person = await signedIn(auth, headers);
      const sessions = await sessionsOf(db, person.userId);
      const told = sessions.map((session) => ({ ...session, current: session.id === person.sessionId }));
      return json({ sessions: told }, person);
    },
  };
}

function endOne({ auth, db, watch }: Desk): Route {
  return {
    method: 'DELETE',
    path: '/auth/sessions/:id',
    async answer({ headers, id }) {
      const { userId } = await signedIn(auth, headers);
      if (!(await endSession(db, userId, id)))
        throw new Refused(404, 'NOT_FOUND', 'You have no such session');
      await watch.refreshNow();
      return json({ ended: true });
    },
  };
}

function endAll({ auth, db, watch }: Desk): Route {
  return {
    method: 'DELETE',
    path: '/auth/sessions',
    async answer({ headers }) {
      const { userId } = await signedIn(auth, headers);
      await endAllSessions(db, userId);
      await watch.refreshNow();
      return json({ ended: true });
    },
  };
}

function signOut({ auth, watch }: Desk): Route {
  return {
    method: 'POST',
    path: '/auth/sign-out',
    async answer({ headers }) {
      const { api } = await auth.load();
      const { headers: cookies } = await api.signOut({ headers, returnHeaders: true });
      await watch.refreshNow();
      return json({ ended: true }, { headers: cookies });
    },
  };
}
