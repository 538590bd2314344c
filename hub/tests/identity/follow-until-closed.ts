import { waitUntil } from '@coalition-hub/testkit';
import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

const query = 'subscription ($slug: String!) { coalitionUpdated(slug: $slug) { cursor } }';

/** Somebody who follows a coalition over a socket and an event stream, with one token for both. */
export async function followUntilClosed(url: string, token: string, slug: string) {
  const stream = await openStream(url, token, slug);
  let connected = false;
  let client: Client | undefined;
  const code = new Promise<number>((resolve) => {
    client = createClient({
      url: url.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams: { token },
      on: {
        connected: () => (connected = true),
        closed: (event) => resolve((event as { code: number }).code),
      },
    });
    const ignore = () => undefined;
    client.subscribe({ query, variables: { slug } }, { next: ignore, error: ignore, complete: ignore });
  });
  await waitUntil(() => connected, { what: 'the socket' });
  const ended = Promise.all([code, ...stream]).then(async ([closedWith]) => {
    await client?.dispose();
    return { code: closedWith, streamEnded: true };
  });
  return { ended };
}

/** @returns in a list, so that it is not waited for: what resolves when the hub ends the stream */
async function openStream(url: string, token: string, slug: string): Promise<Promise<void>[]> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      authorization: `Bearer ${token}`,
    },
    body: JSON.stringify({ query, variables: { slug } }),
  });
  if (response.status !== 200) throw new Error(`No stream: ${response.status}`);
  return [response.text().then(() => undefined)];
}
