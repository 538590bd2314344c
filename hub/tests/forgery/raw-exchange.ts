import { connect } from 'node:net';

/** Sends bytes over a connection of their own, and returns all that came back before it was closed. */
export function exchange(port: number, sent: Buffer, { andEnd = false } = {}): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    const received: Buffer[] = [];
    // A server that refuses what it has not read to its end may reset the connection after its answer.
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => received.push(chunk));
    socket.on('end', () => socket.end());
    socket.on('close', () => resolve(Buffer.concat(received).toString('latin1')));
    socket.setTimeout(5_000, () => socket.destroy());
    socket.write(sent);
    if (andEnd) socket.end();
  });
}
