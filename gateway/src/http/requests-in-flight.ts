import type { Server, ServerResponse } from 'node:http';

/** Knows which requests a server still has to answer, so that a stop can wait for them and no longer. */
export interface RequestsInFlight {
  /** Resolves when all are answered, or after `graceMs`. */
  settled(graceMs: number): Promise<void>;
}

export function trackRequestsInFlight(server: Server): RequestsInFlight {
  const open = new Set<ServerResponse>();
  let whenEmpty: (() => void) | undefined;

  server.on('request', (_request, response: ServerResponse) => {
    open.add(response);
    response.once('close', () => {
      open.delete(response);
      if (open.size === 0) whenEmpty?.();
    });
  });

  return {
    async settled(graceMs) {
      if (open.size === 0) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, graceMs);
        whenEmpty = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    },
  };
}
