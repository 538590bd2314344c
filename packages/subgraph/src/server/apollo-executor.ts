import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { faultCodes } from '../errors/fault.js';
import type { Viewer } from '../viewer/viewer.js';
import type { ServedSubgraph } from './http-server.js';

export interface HttpCaller {
  readonly viewer: Viewer | null;
  readonly requestId: string;
}

/**
 * Apollo Server speaks HTTP and parses; what it then runs, validation included, is the subgraph's own `execute`, the very
 * function that the in-process path calls. Its interface for that is the one gateways use.
 */
export function executorOf(subgraph: ServedSubgraph): GatewayInterface {
  return {
    onSchemaLoadOrUpdate(callback) {
      callback({ apiSchema: subgraph.schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    load: async () => ({
      executor: async ({ document, source, request, context }) =>
        (await subgraph.execute({
          document,
          source,
          // As it was sent: Apollo Server's own forgets a name that it did not find.
          operationName: request.operationName,
          variables: request.variables ?? {},
          viewer: (context as HttpCaller).viewer,
          requestId: (context as HttpCaller).requestId,
        })) as never,
    }),
    stop: async () => undefined,
  };
}

/** Errors that Apollo Server found itself name the request too, and give away nothing else. */
export const nameRequestInErrors: ApolloServerPlugin<HttpCaller> = {
  requestDidStart: async () => ({
    async willSendResponse({ response, contextValue: { requestId } }) {
      if (response.body.kind !== 'single') return;
      const result = response.body.singleResult;
      if (!result.errors) return;
      result.errors = result.errors.map(({ message, path, extensions }) => ({
        message,
        ...(path && { path }),
        extensions: { code: ownCode(extensions?.['code']), requestId },
      }));
    },
  }),
};

/** Apollo Server has names of its own for what is wrong with a request. */
function ownCode(code: unknown): unknown {
  if (code === undefined || code === 'INTERNAL_SERVER_ERROR') return 'INTERNAL';
  return (faultCodes as readonly unknown[]).includes(code) ? code : 'BAD_USER_INPUT';
}
