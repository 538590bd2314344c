import type { Clock } from '../time/clock.js';
import { issueSubgraphToken } from '../viewer/subgraph-token.js';
import type { Viewer } from '../viewer/viewer.js';
import { contentDigest } from './content-digest.js';
import { SOCKET_FIELD, SUBGRAPH_FIELD } from './covered-components.js';
import type { SigningKeys } from './rotating-keys.js';
import { type SignedFields, signMessage } from './sign-message.js';

/** For whom a message is, and who asks. */
export interface Addressing {
  readonly subgraph: string;
  /** `null`: signed out. */
  readonly viewer: Viewer | null;
  readonly requestId: string;
  /** Path and query of the subgraph's address, as they stand in the request line. */
  readonly target: string;
}

export interface RequestBody {
  readonly contentType: string;
  readonly body: string;
}

/** Header fields, or members of the payload of `connection_init`. */
export type Fields = Readonly<Record<string, string>>;

export interface SocketFields {
  readonly upgrade: Fields;
  readonly init: Fields;
}

/** By what a subgraph behind HTTP knows that the gateway asks, and for whom. Each is good for one message. */
export interface SubgraphCredentials {
  /** For a POST: all header fields but `content-length` and `accept`. */
  forRequest(addressing: Addressing, body: RequestBody): Promise<Fields>;
  /** For a graphql-ws socket. */
  forSocket(addressing: Addressing): Promise<SocketFields>;
}

export interface CredentialsOptions {
  readonly keys: SigningKeys;
  readonly clock: Clock;
  /** The viewer as a subgraph may know them; as they are, unless told. */
  readonly viewerFor?: (viewer: Viewer | null, subgraph: string) => Viewer | null;
}

/** A token for the one subgraph, and a signature (RFC 9421) over it and the message that carries it. */
export function subgraphCredentials(options: CredentialsOptions): SubgraphCredentials {
  const { keys, clock, viewerFor = (viewer) => viewer } = options;

  async function identityOf({ subgraph, viewer, requestId }: Addressing) {
    const token = await issueSubgraphToken(keys.current(), viewerFor(viewer, subgraph), subgraph, clock);
    return {
      authorization: `Bearer ${token}`,
      'x-request-id': requestId,
      [SUBGRAPH_FIELD]: subgraph,
    } as const;
  }

  return {
    async forRequest(addressing, { contentType, body }) {
      const fields = {
        ...(await identityOf(addressing)),
        'content-type': contentType,
        'content-digest': contentDigest(body),
      };
      const line = { '@method': 'POST', '@request-target': addressing.target };
      return { ...fields, ...sent(signMessage(keys.current(), 'request', { ...line, ...fields }, clock)) };
    },
    async forSocket(addressing) {
      const identity = await identityOf(addressing);
      const line = { '@method': 'GET', '@request-target': addressing.target };
      const upgrade = signMessage(keys.current(), 'upgrade', { ...line, ...identity }, clock);
      const fields = { ...identity, [SOCKET_FIELD]: upgrade.nonce };
      const init = signMessage(keys.current(), 'init', fields, clock);
      return { upgrade: { ...identity, ...sent(upgrade) }, init: { ...fields, ...sent(init) } };
    },
  };
}

const sent = ({ nonce: _nonce, ...fields }: SignedFields) => fields;
