import type { Viewer } from '@coalition-hub/subgraph';
import { gatewayError } from './operations/error-codes.js';

/** Turns an `Authorization` header into a viewer: `null` without one, a thrown UNAUTHENTICATED for a bad one. */
export type Authenticate = (authorization: string | undefined) => Promise<Viewer | null>;

export function createAuthenticate(verifyToken: (token: string) => Promise<Viewer>): Authenticate {
  return async (authorization) => {
    if (authorization === undefined) return null;
    const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    if (token === undefined) throw refusal();
    const viewer = await verifyToken(token).catch(() => {
      throw refusal();
    });
    if (millisecondsLeft(viewer) <= 0) throw refusal();
    return viewer;
  };
}

/** Why a token was refused is not told: it would help only whoever forges one. */
function refusal() {
  return gatewayError('UNAUTHENTICATED', 'The access token is not valid, or no longer; sign in again');
}

export function millisecondsLeft(viewer: Viewer): number {
  return viewer.expiresAt * 1000 - Date.now();
}

const LONGEST_TIMER = 2_147_483_647;

/** Calls back when the viewer's token ends; never for somebody signed out. Gives the way to call it off. */
export function onTokenEnd(viewer: Viewer | null, callback: () => void): () => void {
  if (!viewer) return () => undefined;
  const timer = setTimeout(callback, Math.min(Math.max(millisecondsLeft(viewer), 0), LONGEST_TIMER));
  timer.unref();
  return () => clearTimeout(timer);
}
