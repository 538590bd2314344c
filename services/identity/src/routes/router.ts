import type { IncomingMessage, ServerResponse } from 'node:http';
import { faultOf } from '@coalition-hub/bus';
import type { Log } from '@coalition-hub/subgraph';
import { GraphQLError } from 'graphql';
import { type Call, Refused, readCall } from './call.js';
import { json, type Reply, write } from './reply.js';
import { matched, type Route } from './route.js';

export interface RouterOptions {
  readonly routes: readonly Route[];
  readonly proxies: number;
  /** @throws Refused for what another site sends */
  requireSameSite(headers: Headers): void;
  readonly log: Log;
}

/** Answers requests for the routes; false where there is none, so that it is told like everywhere else. */
export function createRouter({ routes, proxies, requireSameSite, log }: RouterOptions) {
  async function replyTo(
    request: IncomingMessage,
    route: Route,
    id: string,
    search: string,
  ): Promise<Reply | null> {
    const call: Call = await readCall(request, { search, id, proxies });
    if (route.method !== 'GET') requireSameSite(call.headers);
    return route.answer(call);
  }

  return async (
    request: IncomingMessage,
    response: ServerResponse,
    { path, search }: { readonly path: string; readonly search: string },
  ): Promise<boolean> => {
    const there = routes.flatMap((route) => {
      const id = matched(route, path);
      return id === null ? [] : [{ route, id }];
    });
    const found = there.find(({ route }) => route.method === request.method);
    if (!found) return there.length > 0 && path !== '/mailbox' ? notThisWay(response, there) : false;
    const reply = await replyTo(request, found.route, found.id, search).catch((error: unknown) =>
      refusalOf(error, log),
    );
    if (reply === null) return false;
    write(response, reply);
    return true;
  };
}

function notThisWay(response: ServerResponse, there: readonly { readonly route: Route }[]): true {
  response.setHeader('allow', there.map(({ route }) => route.method).join(', '));
  write(
    response,
    json({ error: { code: 'METHOD_NOT_ALLOWED', message: 'Not in this way' } }, { status: 405 }),
  );
  return true;
}

/** What was refused is told; everything else is ours, logged without its message and told as such. */
function refusalOf(error: unknown, log: Log): Reply {
  if (error instanceof Refused) {
    const { status, code, message, headers } = error;
    const reply = json({ error: { code, message } }, { status });
    for (const [name, value] of Object.entries(headers)) reply.headers.set(name, value);
    return reply;
  }
  if (error instanceof GraphQLError && error.extensions['code'] === 'UNAVAILABLE')
    return json({ error: { code: 'UNAVAILABLE', message: error.message } }, { status: 503 });
  log.error({ fault: faultOf(error) }, 'a request to sign in could not be answered');
  return json({ error: { code: 'INTERNAL', message: 'Something went wrong on our side' } }, { status: 500 });
}
