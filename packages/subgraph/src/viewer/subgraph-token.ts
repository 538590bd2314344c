import { jwtVerify, SignJWT } from 'jose';
import type { FindGatewayKey } from '../message-signatures/gateway-keys.js';
import type { SigningKey } from '../message-signatures/signing-key.js';
import type { Clock } from '../time/clock.js';
import { scopesIn, type Viewer } from './viewer.js';

const issuer = 'coalition-hub-gateway';
const lifetimeSeconds = 30;

/** What the gateway hands to one subgraph in another process: useless at any other, and soon useless at all. */
export function issueSubgraphToken(
  { keyId, privateKey }: SigningKey,
  viewer: Viewer | null,
  subgraph: string,
  clock: Clock,
): Promise<string> {
  const now = Math.floor(clock.now().getTime() / 1000);
  const token = new SignJWT(claimsOf(viewer))
    .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT', kid: keyId })
    .setIssuer(issuer)
    .setAudience(subgraph)
    .setIssuedAt(now)
    .setExpirationTime(now + lifetimeSeconds);
  return (viewer === null ? token : token.setSubject(viewer.personId)).sign(privateKey);
}

function claimsOf(viewer: Viewer | null): Record<string, unknown> {
  if (viewer === null) return {};
  return { sid: viewer.sessionId, scope: viewer.scopes.join(' '), ends: viewer.expiresAt };
}

/** @throws jose's errors for anything that the gateway did not sign for this subgraph within the last 30 s */
export async function verifySubgraphToken(
  findKey: FindGatewayKey,
  token: string,
  subgraph: string,
  clock: Clock,
): Promise<Viewer | null> {
  const { payload } = await jwtVerify(token, ({ kid }) => findKey(kid ?? ''), {
    issuer,
    audience: subgraph,
    algorithms: ['EdDSA'],
    maxTokenAge: lifetimeSeconds,
    currentDate: clock.now(),
  });
  if (payload.sub === undefined) return null;
  return {
    personId: payload.sub,
    sessionId: String(payload['sid']),
    scopes: scopesIn(payload['scope']),
    expiresAt: Number(payload['ends']),
  };
}
