import { type Clock, rotatingKeys, type SigningKeys } from '@coalition-hub/subgraph';
import { derivedSecret, type Secrets } from './secrets.js';

/** The keys by which subgraphs behind HTTP know the gateway: none of them signs anything for clients. */
export function gatewayKeys(secrets: Secrets, clock: Clock): SigningKeys {
  return rotatingKeys((period) => derivedSecret(secrets, `gateway key of week ${period}`), clock);
}
