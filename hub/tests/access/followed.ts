import type { GraphClient } from '../whole-hub/graph-client.js';

const subscription = `subscription ($slug: String!, $after: String) {
  statementUpdated(slug: $slug, after: $after) {
    kind
    statement { id title }
    revision { title text }
    amendment { passage replacement reason }
  } }`;

/** What to follow, and what the last thing is that everybody is told who is told anything. */
export interface Followed {
  readonly slug: string;
  readonly after: string;
  readonly until: string;
}

/** In ms; whoever is told nothing within this time is not refused either. */
const patience = 20_000;

/** What somebody is told of a statement from a cursor on, as it came: until the last thing, or until it ends by itself. */
export async function followed(
  { url, headers }: GraphClient,
  { slug, after, until }: Followed,
): Promise<string> {
  const leave = new AbortController();
  const late = setTimeout(() => leave.abort(new Error(`Nothing was told of ${slug}`)), patience);
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
    body: JSON.stringify({ query: subscription, variables: { slug, after } }),
    signal: leave.signal,
  });
  let told = '';
  try {
    for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
      told += Buffer.from(chunk).toString('utf8');
      if (told.includes(until)) break;
    }
    return told;
  } finally {
    clearTimeout(late);
    leave.abort();
  }
}
