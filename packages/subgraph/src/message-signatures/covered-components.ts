/**
 * What the gateway signs: a request, the request that opens a socket, or the first message on that socket
 * (`connection_init` of graphql-ws, whose members are signed as header fields are).
 */
export type MessageKind = 'request' | 'upgrade' | 'init';

/** Names the one subgraph that a message is for. */
export const SUBGRAPH_FIELD = 'coalition-hub-subgraph';

/** In `connection_init`: the nonce of the upgrade request that opened the socket. */
export const SOCKET_FIELD = 'coalition-hub-socket';

/**
 * The components (RFC 9421 §2) that a signature of each kind covers, in the only order that is accepted: all that a
 * subgraph reads of a message is among them.
 *
 * `@request-target` stands for `@target-uri`: what a subgraph is called by, and whether TLS ends before it, is known to
 * the load balancer only. Whom a message is for is said by `coalition-hub-subgraph` and the token's audience.
 */
export const coveredComponents = {
  request: [
    '@method',
    '@request-target',
    'content-digest',
    'content-type',
    'authorization',
    'x-request-id',
    SUBGRAPH_FIELD,
  ],
  upgrade: ['@method', '@request-target', 'authorization', 'x-request-id', SUBGRAPH_FIELD],
  init: ['authorization', 'x-request-id', SUBGRAPH_FIELD, SOCKET_FIELD],
} as const satisfies Readonly<Record<MessageKind, readonly string[]>>;

/** The values of the covered components, by name. */
export type Components<Kind extends MessageKind> = Readonly<
  Record<(typeof coveredComponents)[Kind][number], string>
>;
