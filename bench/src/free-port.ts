import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

// From 32768 up Linux hands ports to outgoing connections, of which a bench opens many.
const LOWEST = 15_000;
const HIGHEST = 32_000;

/** Chooses a random loopback port on which nobody listens now. */
export async function findFreePort(): Promise<number> {
  const port = randomInt(LOWEST, HIGHEST);
  return (await isFree(port)) ? port : findFreePort();
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)));
  });
}
