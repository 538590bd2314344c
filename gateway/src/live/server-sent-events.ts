import type { ServerResponse } from 'node:http';
import type { Viewer } from '@coalition-hub/subgraph';
import type { ExecutionResult } from 'graphql';
import { EventStream } from './event-stream.js';
import type { OnViewerEnd } from './viewer-end.js';

export const EVENT_STREAM_TYPE = 'text/event-stream';

/** Keeps proxies from closing a quiet stream. */
const HEARTBEAT_MS = 12_000;

/**
 * Answers as server-sent events, one connection per operation: the "distinct connections mode" of
 * https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md
 */
export interface EventStreams {
  /** Resolves when the stream has ended, whoever ended it. */
  send(response: ServerResponse, result: EventStream | ExecutionResult, viewer: Viewer | null): Promise<void>;
  /** Ends all streams without saying "complete", so that clients connect again elsewhere. */
  endAll(): void;
}

export function createEventStreams(maxBufferedBytes: number, onViewerEnd: OnViewerEnd): EventStreams {
  const open = new Map<ServerResponse, () => void>();

  return {
    async send(response, result, viewer) {
      startStream(response);
      if (!(result instanceof EventStream)) {
        response.end(nextEvent(result) + COMPLETE);
        return;
      }
      const end = () => {
        response.end();
        void result.return();
      };
      const heartbeat = setInterval(() => write(response, ':\n\n', maxBufferedBytes), HEARTBEAT_MS).unref();
      const forgetViewerEnd = onViewerEnd(viewer, end);
      open.set(response, end);
      try {
        await pump(response, result, maxBufferedBytes);
      } finally {
        open.delete(response);
        clearInterval(heartbeat);
        forgetViewerEnd();
      }
    },
    endAll() {
      for (const end of open.values()) end();
    },
  };
}

const COMPLETE = 'event: complete\ndata: \n\n';

async function pump(response: ServerResponse, events: EventStream, maxBufferedBytes: number): Promise<void> {
  for await (const event of events) write(response, nextEvent(event), maxBufferedBytes);
  if (!response.writableEnded) response.end(COMPLETE);
}

function startStream(response: ServerResponse): void {
  response.writeHead(200, {
    'content-type': `${EVENT_STREAM_TYPE}; charset=utf-8`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-accel-buffering': 'no',
  });
  response.flushHeaders();
}

function nextEvent(result: ExecutionResult): string {
  return `event: next\ndata: ${JSON.stringify(result)}\n\n`;
}

/** A client that does not read is cut: what it misses it can ask for again with its last cursor. */
function write(response: ServerResponse, text: string, maxBufferedBytes: number): void {
  if (response.writableEnded || response.destroyed) return;
  response.write(text);
  if (response.writableLength > maxBufferedBytes) response.destroy();
}
