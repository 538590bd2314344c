import { type CryptoKey, type JWTVerifyGetKey, jwtVerify, SignJWT } from 'jose';
import type { Clock } from '../time/clock.js';
import { scopesIn, type Viewer } from './viewer.js';

const issuer = 'coalition-hub';
const audience = 'coalition-hub';

/**
 * With this begin the names of keys that sign clients' tokens, and no others: all keys of a hub are published in one
 * place, and what one of them signs must not count for what only another may say.
 */
export const clientKeyMark = 'clients.';

export interface ClientTokenClaims {
  readonly personId: string;
  readonly sessionId: string;
  /** Beside reading: `write`, or nothing. */
  readonly scopes: readonly string[];
  readonly lifetimeSeconds: number;
}

/**
 * The token a client shows to the gateway: person and session, no rights, no address. It goes no further.
 * @param kid the name of the key, where the verifier knows several
 */
export function issueClientToken(
  key: CryptoKey,
  claims: ClientTokenClaims,
  clock: Clock,
  kid?: string,
): Promise<string> {
  const now = Math.floor(clock.now().getTime() / 1000);
  return new SignJWT({ sid: claims.sessionId, scope: claims.scopes.join(' ') })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT', ...(kid !== undefined && { kid }) })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(claims.personId)
    .setIssuedAt(now)
    .setExpirationTime(now + claims.lifetimeSeconds)
    .sign(key);
}

/**
 * @param key the public key, or what finds it by the token's header
 * @throws jose's errors for a token that is not ours, altered, for somebody else or ended
 */
export async function verifyClientToken(
  key: CryptoKey | JWTVerifyGetKey,
  token: string,
  clock: Clock,
): Promise<Viewer> {
  const findKey: JWTVerifyGetKey = typeof key === 'function' ? key : () => key;
  const { payload } = await jwtVerify(token, findKey, {
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
