import type { Server } from 'node:http';
import type { RequestsInFlight } from './http/requests-in-flight.js';
import type { EventStreams } from './live/server-sent-events.js';
import type { Sockets } from './live/websocket.js';
import type { Gateway } from './options.js';

export interface StopOptions {
  readonly server: Server;
  readonly sockets: Sockets;
  readonly eventStreams: EventStreams;
  readonly inFlight: RequestsInFlight;
  readonly onStopping: () => void;
  /** Lets go of what only running requests needed. */
  readonly release: () => Promise<void>;
}

const GRACE_MS = 3_000;

/** Makes the function that stops a gateway, once; each wait in it has an end of its own. */
export function createStop(options: StopOptions): Gateway['stop'] {
  let stopped: Promise<void> | undefined;
  return (graceMs = GRACE_MS) => (stopped ??= stop(options, graceMs));
}

async function stop(options: StopOptions, graceMs: number): Promise<void> {
  const { server, sockets, eventStreams, inFlight } = options;
  options.onStopping();
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  eventStreams.endAll();
  await Promise.all([sockets.closeAll(graceMs), inFlight.settled(graceMs)]);
  server.closeAllConnections();
  await closed;
  await options.release();
}
