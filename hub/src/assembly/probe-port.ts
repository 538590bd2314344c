import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Config } from '../config.js';
import { explainListenError } from './explain-listen-error.js';

/**
 * Listens for a moment where the hub is going to, so that a port in use is told before a data folder is made. Whoever
 * takes the port right after that is found when the door opens.
 * @throws HubError in one plain sentence
 */
export async function probePort(config: Config): Promise<void> {
  const server = createServer((socket) => socket.destroy());
  try {
    server.listen(config.port, config.host);
    await once(server, 'listening');
    server.close();
    await once(server, 'close');
  } catch (error) {
    throw explainListenError(error, config);
  }
}
