import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type {
  Addressing,
  SubgraphCredentials,
  SubgraphEndpoint,
  SubgraphRequest,
} from '@coalition-hub/subgraph';
import { type ExecutionResult, print } from 'graphql';
import type { RemoteSubgraph } from '../options.js';
import { longestAnswer } from './longest-answer.js';
import { subscribeRemotely } from './remote-subscription.js';
import { unavailable } from './unavailable.js';

export interface RemoteEndpoint extends SubgraphEndpoint {
  /** Gives up the connections that are kept open between requests. */
  close(): void;
}

export function createRemoteEndpoint(
  name: string,
  location: RemoteSubgraph,
  credentials: SubgraphCredentials,
  timeoutMs: number,
): RemoteEndpoint {
  const url = new URL(location.url);
  const secure = url.protocol === 'https:';
  const agent = secure ? new HttpsAgent({ keepAlive: true }) : new HttpAgent({ keepAlive: true });
  const send = secure ? httpsRequest : httpRequest;
  const wsUrl = new URL(location.wsUrl ?? location.url.replace(/^http/, 'ws'));

  function addressing({ viewer, requestId }: SubgraphRequest, { pathname, search }: URL): Addressing {
    return { subgraph: name, viewer, requestId, target: `${pathname}${search}` };
  }

  function post(
    body: string,
    headers: Record<string, string>,
    signal: AbortSignal,
  ): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const outgoing = send(url, { method: 'POST', agent, headers, signal }, resolve);
      outgoing.once('error', reject);
      outgoing.end(body);
    });
  }

  return {
    name,
    async execute(request) {
      try {
        const body = bodyOf(request);
        const headers = {
          ...(await credentials.forRequest(addressing(request, url), {
            contentType: 'application/json',
            body,
          })),
          accept: 'application/graphql-response+json, application/json',
          'content-length': String(Buffer.byteLength(body)),
        };
        return await readResult(await post(body, headers, deadline(request.signal, timeoutMs)));
      } catch {
        return unavailable();
      }
    },
    async subscribe(request) {
      try {
        const fields = await credentials.forSocket(addressing(request, wsUrl));
        return subscribeRemotely(wsUrl.href, request, fields, timeoutMs);
      } catch {
        return unavailable();
      }
    },
    close: () => agent.destroy(),
  };
}

function bodyOf({ source, document, variables, operationName }: SubgraphRequest): string {
  return JSON.stringify({ query: source ?? print(document), variables, operationName });
}

function deadline(signal: AbortSignal | undefined, timeoutMs: number): AbortSignal {
  const timeout = AbortSignal.timeout(timeoutMs);
  return signal ? AbortSignal.any([signal, timeout]) : timeout;
}

async function readResult(response: IncomingMessage): Promise<ExecutionResult> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > longestAnswer) throw new Error('the answer is too long');
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as ExecutionResult;
}
