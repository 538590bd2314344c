import { createServer, type IncomingMessage } from 'node:http';
import { freePort } from '@coalition-hub/testkit';
import { WebSocketServer } from 'ws';
import type { CapturedMessage } from './captured-message.js';

/** The request for a socket, and the first message that came over it. */
export interface CapturedSocket {
  readonly upgrade: CapturedMessage;
  readonly init: string;
}

export interface Catcher {
  readonly url: string;
  /** The requests that arrived since the last call. */
  requests(): readonly CapturedMessage[];
  sockets(): readonly CapturedSocket[];
  stop(): Promise<void>;
}

/** Stands where a subgraph should, and keeps what the gateway sends there: none of it reaches the subgraph. */
export async function startCatcher(): Promise<Catcher> {
  const requests: CapturedMessage[] = [];
  const sockets: CapturedSocket[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    requests.push(captured(request, Buffer.concat(chunks)));
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":null}');
  });
  const opened = new WebSocketServer({ server });
  opened.on('connection', (socket, request) => {
    socket.once('message', (init) => {
      sockets.push({ upgrade: captured(request, Buffer.alloc(0)), init: String(init) });
      socket.close(4403);
    });
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    requests: () => requests.splice(0),
    sockets: () => sockets.splice(0),
    async stop() {
      for (const socket of opened.clients) socket.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function captured({ method = '', url = '', rawHeaders }: IncomingMessage, body: Buffer): CapturedMessage {
  const headers = rawHeaders.flatMap((name, index) =>
    index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? ''] as const] : [],
  );
  return { method, target: url, headers, body };
}
