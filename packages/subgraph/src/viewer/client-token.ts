import { type CryptoKey, jwtVerify, SignJWT } from 'jose';
import type { Clock } from '../time/clock.js';
import { scopesIn, type Viewer } from './viewer.js';

const issuer = 'coalition-hub';
const audience = 'coalition-hub';

export interface ClientTokenClaims {
  readonly personId: string;
  readonly sessionId: string;
  /** Beside reading: `write`, or nothing. */
  readonly scopes: readonly string[];
  readonly lifetimeSeconds: number;
}

/** The token a client shows to the gateway: person and session, no rights, no address. It goes no further. */
export function issueClientToken(key: CryptoKey, claims: ClientTokenClaims, clock: Clock): Promise<string> {
  const now = Math.floor(clock.now().getTime() / 1000);
  return new SignJWT({ sid: claims.sessionId, scope: claims.scopes.join(' ') })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(claims.personId)
    .setIssuedAt(now)
    .setExpirationTime(now + claims.lifetimeSeconds)
    .sign(key);
}

/** @throws jose's errors for a token that is not ours, altered, for somebody else or ended */
export async function verifyClientToken(key: CryptoKey, token: string, clock: Clock): Promise<Viewer> {
  const { payload } = await jwtVerify(token, key, {
    issuer,
    audience,
    algorithms: ['EdDSA'],
    requiredClaims: ['sub', 'sid', 'exp'],
    currentDate: clock.now(),
  });
  return {
    personId: String(payload.sub),
    sessionId: String(payload['sid']),
    scopes: scopesIn(payload['scope']),
    expiresAt: Number(payload.exp),
  };
}
