import { webcrypto } from 'node:crypto';
import type { Clock } from '../time/clock.js';
import { type Components, type MessageKind, SUBGRAPH_FIELD } from './covered-components.js';
import type { FindGatewayKey } from './gateway-keys.js';
import { NotFromGateway } from './not-from-gateway.js';
import { componentsOf, messageLifetimeSeconds } from './sign-message.js';
import { signatureBase } from './signature-base.js';
import { readFields, type SignatureFields } from './signature-fields.js';

export interface Recipient {
  /** The subgraph's own name. */
  readonly name: string;
  readonly gatewayKeys: FindGatewayKey;
  readonly clock: Clock;
}

/**
 * Whether the gateway signed this, for this subgraph, within the last 30 s. Neither the body's digest nor whether it
 * came before is known then: `Nonces` and `contentDigest` tell.
 *
 * @returns the nonce
 * @throws NotFromGateway
 */
export async function verifyMessage<Kind extends MessageKind>(
  kind: Kind,
  values: Components<Kind>,
  fields: SignatureFields,
  { name, gatewayKeys, clock }: Recipient,
): Promise<string> {
  const read = readFields(kind, fields);
  if (read === null) throw new NotFromGateway('its signature is not of the form that the gateway writes');
  if ((values as Record<string, string>)[SUBGRAPH_FIELD] !== name)
    throw new NotFromGateway('it is for another subgraph');
  const now = Math.floor(clock.now().getTime() / 1000);
  const { created, expires } = read;
  if (
    expires - created > messageLifetimeSeconds ||
    Math.abs(now - created) > messageLifetimeSeconds ||
    now > expires
  )
    throw new NotFromGateway('it is too old or from the future; compare the clocks of both machines');
  const key = await gatewayKeys(read.keyId).catch(() => null);
  if (key === null) throw new NotFromGateway('its key is not one that the gateway publishes');
  const base = Buffer.from(signatureBase(componentsOf(kind, values), read.params));
  if (!(await webcrypto.subtle.verify('Ed25519', key, read.signature, base)))
    throw new NotFromGateway('its signature does not fit what it says');
  return read.nonce;
}
