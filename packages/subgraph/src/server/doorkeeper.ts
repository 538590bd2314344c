import type { IncomingMessage } from 'node:http';
import { contentDigest } from '../message-signatures/content-digest.js';
import {
  type Components,
  coveredComponents,
  type MessageKind,
  SOCKET_FIELD,
} from '../message-signatures/covered-components.js';
import type { Nonces } from '../message-signatures/nonces.js';
import { NotFromGateway } from '../message-signatures/not-from-gateway.js';
import { type Recipient, verifyMessage } from '../message-signatures/verify-message.js';
import { verifySubgraphToken } from '../viewer/subgraph-token.js';
import type { Viewer } from '../viewer/viewer.js';
import type { HttpCaller } from './apollo-executor.js';
import { readBody } from './read-body.js';
import { requestIdOf } from './request-id.js';

export interface AdmittedRequest {
  readonly caller: HttpCaller;
  readonly body: Buffer;
}

/** A socket that the gateway opened; for whom, its first message says. */
export interface OpenedSocket {
  readonly nonce: string;
  readonly authorization: string;
}

/**
 * Lets the gateway in and nobody else: what it signed, for this subgraph, within 30 s, once. Nothing is read of a body
 * before its signature fits, and no nonce is spent before all else is right.
 *
 * All methods throw `NotFromGateway`, and the database's errors where it cannot tell whether a message came before.
 */
export class Doorkeeper {
  constructor(
    private readonly recipient: Recipient,
    private readonly nonces: Pick<Nonces, 'claim'>,
    private readonly newRequestId: () => string,
  ) {}

  /** @param largestBody in bytes */
  async admitRequest(message: IncomingMessage, largestBody: number): Promise<AdmittedRequest> {
    // The signature says nothing of encodings; the gateway uses none.
    if (message.headers['content-encoding'] !== undefined) throw new NotFromGateway('its body is encoded');
    const values = componentsOf('request', message);
    const nonce = await this.#verify('request', values, message);
    const body = await readBody(message, largestBody);
    if (contentDigest(body) !== values['content-digest']) throw new NotFromGateway('its body was altered');
    const viewer = await this.#viewerOf(values.authorization);
    await this.#claim(nonce);
    return { caller: this.#caller(viewer, values['x-request-id']), body };
  }

  async admitUpgrade(message: IncomingMessage): Promise<OpenedSocket> {
    const values = componentsOf('upgrade', message);
    const nonce = await this.#verify('upgrade', values, message);
    await this.#viewerOf(values.authorization);
    await this.#claim(nonce);
    return { nonce, authorization: values.authorization };
  }

  /** @param payload of `connection_init`, on the socket that was opened so */
  async admitInit(payload: unknown, opened: OpenedSocket): Promise<HttpCaller> {
    const read = (name: string) => memberOf(payload, name);
    const values = valuesOf('init', read);
    if (values[SOCKET_FIELD] !== opened.nonce || values.authorization !== opened.authorization)
      throw new NotFromGateway('it belongs to another socket');
    const fields = { 'signature-input': read('signature-input'), signature: read('signature') };
    const nonce = await verifyMessage('init', values, fields, this.recipient);
    const viewer = await this.#viewerOf(values.authorization);
    await this.#claim(nonce);
    return this.#caller(viewer, values['x-request-id']);
  }

  #verify<Kind extends MessageKind>(kind: Kind, values: Components<Kind>, message: IncomingMessage) {
    const fields = {
      'signature-input': onlyHeader(message, 'signature-input'),
      signature: onlyHeader(message, 'signature'),
    };
    return verifyMessage(kind, values, fields, this.recipient);
  }

  async #viewerOf(authorization: string): Promise<Viewer | null> {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization)?.[1] ?? '';
    const { gatewayKeys, name, clock } = this.recipient;
    return verifySubgraphToken(gatewayKeys, token, name, clock).catch(() => {
      throw new NotFromGateway('its token is not one for this subgraph');
    });
  }

  async #claim(nonce: string): Promise<void> {
    if (!(await this.nonces.claim(nonce))) throw new NotFromGateway('it came before');
  }

  #caller(viewer: Viewer | null, requestId: string): HttpCaller {
    return { viewer, requestId: requestIdOf(requestId) ?? this.newRequestId() };
  }
}

function componentsOf<Kind extends MessageKind>(kind: Kind, message: IncomingMessage): Components<Kind> {
  return valuesOf(kind, (name) => {
    if (name === '@method') return message.method ?? '';
    if (name === '@request-target') return message.url ?? '';
    return onlyHeader(message, name);
  });
}

function valuesOf<Kind extends MessageKind>(kind: Kind, read: (name: string) => string): Components<Kind> {
  return Object.fromEntries(coveredComponents[kind].map((name) => [name, read(name)])) as Components<Kind>;
}

/** Of a field that stands there twice, which one counts is everybody's own guess: it does not count at all. */
function onlyHeader({ headersDistinct }: IncomingMessage, name: string): string {
  const [value, another] = headersDistinct[name] ?? [];
  if (value === undefined || another !== undefined)
    throw new NotFromGateway(`it does not have exactly one ${name}`);
  return value;
}

function memberOf(payload: unknown, name: string): string {
  const value = typeof payload === 'object' && payload !== null && Object.hasOwn(payload, name);
  const member = value ? (payload as Record<string, unknown>)[name] : undefined;
  if (typeof member === 'string') return member;
  throw new NotFromGateway(`it does not say its ${name}`);
}
