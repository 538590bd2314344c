import type { ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/**
 * The one answer to whoever is not the gateway, whatever is wrong with what they sent: byte for byte the same, over
 * HTTP, to a request for a socket, and to what is not HTTP at all. It is no GraphQL answer, so that a gateway whose
 * clock is wrong tells its clients that this part is unavailable, not that they should sign in.
 */
const body = '{"message":"Only the gateway may ask here."}';

const headers: readonly (readonly [string, string])[] = [
  ['content-type', 'application/json; charset=utf-8'],
  ['content-length', String(body.length)],
  ['connection', 'close'],
];

const head = ['HTTP/1.1 401 Unauthorized', ...headers.map((header) => header.join(': '))];
const wholeAnswer = `${head.join('\r\n')}\r\n\r\n${body}`;

export function refuseStranger(response: ServerResponse): void {
  if (response.headersSent) return void response.destroy();
  response.sendDate = false;
  response.writeHead(401, Object.fromEntries(headers)).end(body);
}

/** For a connection that has no response: an upgrade, or bytes that could not be read as a request. */
export function refuseConnection(socket: Duplex): void {
  socket.once('error', () => undefined);
  if (socket.writable) socket.end(wholeAnswer, () => socket.destroy());
  else socket.destroy();
}
