import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest, preParsingAsyncHookHandler } from 'fastify';
import { maskError } from '../errors/mask-error.js';
import type { Log } from '../log/log.js';
import { NotFromGateway } from '../message-signatures/not-from-gateway.js';
import type { HttpCaller } from './apollo-executor.js';
import type { Doorkeeper } from './doorkeeper.js';
import { refuseConnection, refuseStranger } from './refuse-stranger.js';
import type { StrangerLog } from './stranger-log.js';

const largestBody = 20 * 1024 * 1024;

/** What Fastify and Node would answer on their own account, before a route is found: nobody is told anything else. */
export const refusingOptions = {
  bodyLimit: largestBody,
  // Half a request holds a connection for as long as this.
  requestTimeout: 30_000,
  http: { requireHostHeader: false, headersTimeout: 10_000, connectionsCheckingInterval: 5_000 },
  clientErrorHandler: (_error: Error, socket: Parameters<typeof refuseConnection>[0]) =>
    refuseConnection(socket),
  frameworkErrors: (_error: Error, _request: FastifyRequest, reply: FastifyReply) => refuse(reply),
};

/** Routes that only the gateway reaches. */
export class GatewayOnly {
  readonly #callers = new WeakMap<IncomingMessage, HttpCaller>();

  constructor(
    private readonly doorkeeper: Doorkeeper,
    private readonly strangers: StrangerLog,
    private readonly log: Log,
  ) {}

  /** @throws Error where the request did not come through the hook: nothing is answered by mistake */
  callerOf({ raw }: FastifyRequest): HttpCaller {
    const caller = this.#callers.get(raw);
    if (caller === undefined) throw new Error('The request was not checked');
    return caller;
  }

  /** Before all routes: whatever goes wrong with a request that was not let in looks the same. */
  refuseTheRest(fastify: FastifyInstance): void {
    fastify.setNotFoundHandler((_request, reply) => refuse(reply));
    fastify.setErrorHandler((error, { raw }, reply) =>
      this.#callers.has(raw) ? reply.send(error) : refuse(reply),
    );
    const refuseEarly = (_request: IncomingMessage, response: ServerResponse) => refuseStranger(response);
    fastify.server.on('checkExpectation', refuseEarly).on('checkContinue', refuseEarly);
    fastify.server.on('connect', (_request, socket) => refuseConnection(socket));
  }

  /** To be added to the scope of the routes. The body that they parse is the one whose digest was signed. */
  readonly hook: preParsingAsyncHookHandler = async ({ raw }, reply) => {
    try {
      const { caller, body } = await this.doorkeeper.admitRequest(raw, largestBody);
      this.#callers.set(raw, caller);
      return Readable.from([body], { objectMode: false });
    } catch (error) {
      if (error instanceof NotFromGateway) {
        this.strangers.tell(error);
        refuse(reply);
      } else this.#unavailable(error, reply);
      return undefined;
    }
  };

  /** The database cannot say whether the message came before. */
  #unavailable(error: unknown, reply: FastifyReply): void {
    const masked = maskError(error, 'unknown', this.log);
    reply.status(503).send({ errors: [masked] });
  }
}

function refuse(reply: FastifyReply): void {
  reply.hijack();
  refuseStranger(reply.raw);
}
