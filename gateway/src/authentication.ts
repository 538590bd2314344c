import type { Viewer } from '@coalition-hub/subgraph';
import { GraphQLError } from 'graphql';
import { gatewayError } from './operations/error-codes.js';

/** Turns an `Authorization` header into a viewer: `null` without one, a thrown UNAUTHENTICATED for a bad one. */
export type Authenticate = (authorization: string | undefined) => Promise<Viewer | null>;

export function createAuthenticate(verifyToken: (token: string) => Promise<Viewer>): Authenticate {
  return async (authorization) => {
    if (authorization === undefined) return null;
    const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    if (token === undefined) throw refusal();
    const viewer = await verifyToken(token).catch((error: unknown) => {
      throw isUnavailable(error) ? error : refusal();
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

/** Whoever verifies cannot tell at the moment: the client shall ask again, not sign in again. */
export function isUnavailable(error: unknown): boolean {
  return error instanceof GraphQLError && error.extensions['code'] === 'UNAVAILABLE';
}
