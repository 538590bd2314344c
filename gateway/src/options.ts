import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SubgraphCredentials, SubgraphEndpoint, Viewer } from '@coalition-hub/subgraph';
import type { DocumentNode, GraphQLError, GraphQLSchema } from 'graphql';

/** A subgraph in this process: called directly, with values, no HTTP and no JSON in between. */
export interface InProcessSubgraph {
  readonly endpoint: SubgraphEndpoint;
}

/** A subgraph behind HTTP; subscriptions go over graphql-ws. */
export interface RemoteSubgraph {
  readonly url: string;
  /** Defaults to `url` with `ws:` or `wss:`. */
  readonly wsUrl?: string;
  /** How long it may take to answer; `subgraphTimeoutMs` unless told. */
  readonly timeoutMs?: number;
}

export type SubgraphLocation = InProcessSubgraph | RemoteSubgraph;

/** The part of a pino logger that the gateway writes to. */
export interface GatewayLog {
  error(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  info(fields: object, message: string): void;
}

/** Whether every part behind the gateway can serve; `reasons` are shown to whoever asks. */
export interface Readiness {
  readonly ready: boolean;
  readonly reasons: readonly string[];
}

/**
 * The cost rules of the hub. Called once per operation, on every transport, after validation and before planning.
 * `variables` are coerced, so defaults are in them. Any returned error refuses the operation.
 */
export type CheckOperation = (
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  operationName: string | undefined,
  viewer: Viewer | null,
) => readonly GraphQLError[];

/** Bounds of the transports themselves; sizes in bytes, times in milliseconds. */
export interface TransportLimits {
  readonly maxBodyBytes: number;
  /** Lexical tokens of one document, counted while parsing. */
  readonly maxTokens: number;
  readonly maxOperationsPerSocket: number;
  /** One message of a socket. */
  readonly maxMessageBytes: number;
  /** All messages together whose operations run on sockets: what they hold stays in memory meanwhile. */
  readonly maxRunningMessageBytes: number;
  readonly maxSockets: number;
  /** What may wait for one slow subscriber before it is cut. */
  readonly maxBufferedBytes: number;
  /** How long a remote subgraph may take to answer, unless it has a time of its own. */
  readonly subgraphTimeoutMs: number;
}

export const defaultLimits: TransportLimits = {
  maxBodyBytes: 1_048_576,
  maxTokens: 2_000,
  maxOperationsPerSocket: 100,
  maxMessageBytes: 65_536,
  maxRunningMessageBytes: 33_554_432,
  maxSockets: 20_000,
  maxBufferedBytes: 1_048_576,
  subgraphTimeoutMs: 10_000,
};

/** Sessions that ended before their tokens did. */
export interface EndedSessions {
  /** Calls back once when the session ends, at once when it has; gives the way to call it off. */
  onEnd(sessionId: string, callback: () => void): () => void;
}

/**
 * Answers a request for a path that the gateway does not know, at the same door.
 * @returns false when nothing is there; then the gateway says so, in the same words as for any other path
 */
export type AnswerElsewhere = (
  request: IncomingMessage,
  response: ServerResponse,
  at: { readonly path: string; readonly search: string },
) => Promise<boolean>;

export interface GatewayOptions {
  readonly host: string;
  /** 0 lets the operating system choose. */
  readonly port: number;
  readonly supergraphSdl: string;
  /** By the name that the supergraph gives each subgraph. */
  readonly subgraphs: Readonly<Record<string, SubgraphLocation>>;
  /**
   * Throws on a token that is malformed, forged, expired or of an ended session; an error with the code UNAVAILABLE when
   * that cannot be known at the moment.
   */
  verifyToken(token: string): Promise<Viewer>;
  /** By what remote subgraphs know the gateway; the client's token never leaves it. Needed for remote subgraphs only. */
  readonly credentials?: SubgraphCredentials;
  readonly checkOperation?: CheckOperation;
  ready(): Promise<Readiness>;
  metrics?(): string | Promise<string>;
  /**
   * Public keys of this hub, as a JWK Set: those by which remote subgraphs know the gateway, and those of clients' tokens.
   * Served at `/.well-known/jwks.json`.
   */
  publicKeys?(): object;
  readonly endedSessions?: EndedSessions;
  /** Who answers at addresses that are not the gateway's own. */
  readonly elsewhere?: AnswerElsewhere;
  /** Serves GraphiQL at `/graphql`. */
  readonly development: boolean;
  newRequestId(): string;
  readonly log: GatewayLog;
  readonly limits?: Partial<TransportLimits>;
  /** Error codes of the subgraphs that clients may see beside the gateway's own; all others are masked. */
  readonly publicErrorCodes?: readonly string[];
}

export interface Gateway {
  readonly url: string;
  readonly port: number;
  /**
   * Refuses new work, lets requests in flight finish for at most `graceMs` (3 s), closes sockets with 1001 and
   * releases everything. Never takes longer than `graceMs` plus 1.5 s; a second call waits for the first.
   */
  stop(graceMs?: number): Promise<void>;
}
