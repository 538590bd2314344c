import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

// From 32768 up the system hands ports to outgoing connections.
const LOWEST = 20_000;
const HIGHEST = 32_000;

/** A random port on which nobody listens on loopback now. */
export async function freePort(): Promise<number> {
  const port = randomInt(LOWEST, HIGHEST);
  return (await isFree(port)) ? port : freePort();
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)));
  });
}
