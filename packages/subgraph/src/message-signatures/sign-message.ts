import { randomUUID, sign } from 'node:crypto';
import type { Clock } from '../time/clock.js';
import { type Components, coveredComponents, type MessageKind } from './covered-components.js';
import { signatureBase } from './signature-base.js';
import { printFields, printParams, type SignatureFields } from './signature-fields.js';
import type { SigningKey } from './signing-key.js';

/** How long a message may be on its way, and how far clocks may be apart, in seconds. */
export const messageLifetimeSeconds = 30;

export interface SignedFields extends SignatureFields {
  /** Where the next message on the same socket has to name it. */
  readonly nonce: string;
}

/** Signs a message to a subgraph (RFC 9421, Ed25519). */
export function signMessage<Kind extends MessageKind>(
  { keyId, privateKey }: SigningKey,
  kind: Kind,
  values: Components<Kind>,
  clock: Clock,
): SignedFields {
  const created = Math.floor(clock.now().getTime() / 1000);
  const nonce = randomUUID();
  const params = printParams(kind, { created, expires: created + messageLifetimeSeconds, nonce, keyId });
  const base = signatureBase(componentsOf(kind, values), params);
  return { ...printFields(params, sign(null, Buffer.from(base), privateKey)), nonce };
}

/** In the order in which they are signed. */
export function componentsOf<Kind extends MessageKind>(
  kind: Kind,
  values: Components<Kind>,
): (readonly [string, string])[] {
  return coveredComponents[kind].map((name) => [name, values[name as keyof Components<Kind>]] as const);
}
