import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

/** A request as it came. */
export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly query: string;
  readonly variables: { readonly after?: string | null; readonly input?: Record<string, unknown> };
}

/** What to answer, in turn; the last one again and again. */
export type Answer = (response: ServerResponse, received: Received) => void;

/** A subscription as it came, and how to speak to whoever made it. */
export interface Subscribed {
  readonly after: string | null | undefined;
  /** The payload of `connection_init`. */
  readonly credentials: Record<string, unknown>;
  readonly socket: WebSocket;
  next(payload: object): void;
  complete(): void;
  /** Refuses the operation, or ends it. */
  fail(errors: readonly object[]): void;
}

/** Says what it is told to say, over HTTP and by the protocol of graphql-ws. */
export class ScriptedServer {
  readonly received: Received[] = [];
  readonly subscribed: Subscribed[] = [];
  sockets = 0;
  /** How many subscriptions were ended by whoever made them. */
  left = 0;
  readonly #server: Server;

  private constructor(
    private readonly answers: Answer[],
    private readonly onSubscribe: (subscribed: Subscribed, turn: number) => void,
  ) {
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const received = {
          headers: request.headers,
          ...JSON.parse(Buffer.concat(chunks).toString() || '{}'),
        };
        this.received.push(received);
        const answer = this.answers.length > 1 ? this.answers.shift() : this.answers[0];
        answer?.(response, received);
      });
    });
    const sockets = new WebSocketServer({
      server: this.#server,
      handleProtocols: () => 'graphql-transport-ws',
    });
    sockets.on('connection', (socket) => this.#speak(socket));
  }

  static async start(
    answers: Answer[],
    onSubscribe: (subscribed: Subscribed, turn: number) => void = () => undefined,
  ): Promise<ScriptedServer> {
    const scripted = new ScriptedServer(answers, onSubscribe);
    await new Promise<void>((resolve) => scripted.#server.listen(0, '127.0.0.1', resolve));
    return scripted;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/graphql`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #speak(socket: WebSocket): void {
    this.sockets += 1;
    let credentials = {};
    const send = (message: object) => socket.send(JSON.stringify(message));
    socket.on('message', (data) => {
      const { type, id, payload } = JSON.parse(String(data));
      if (type === 'ping') send({ type: 'pong' });
      if (type === 'complete') this.left += 1;
      if (type === 'connection_init') {
        credentials = payload ?? {};
        send({ type: 'connection_ack' });
      }
      if (type !== 'subscribe') return;
      const subscribed: Subscribed = {
        after: payload.variables.after,
        credentials,
        socket,
        next: (result) => send({ type: 'next', id, payload: result }),
        complete: () => send({ type: 'complete', id }),
        fail: (errors) => send({ type: 'error', id, payload: errors }),
      };
      this.subscribed.push(subscribed);
      this.onSubscribe(subscribed, this.subscribed.length);
    });
  }
}

export function json(status: number, body: object, headers: Record<string, string> = {}): Answer {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  };
}

export function page(status: number, headers: Record<string, string> = {}): Answer {
  return (response) => {
    response.writeHead(status, { 'content-type': 'text/html', ...headers });
    response.end('<h1>A proxy’s page</h1>');
  };
}

/** The connection breaks instead of an answer. */
export const broken: Answer = (response) => void response.socket?.destroy();

/** A GraphQL error of the hub. */
export function fault(code: string): { message: string; extensions: { code: string; requestId: string } } {
  return { message: 'It went wrong', extensions: { code, requestId: 'request-1' } };
}
