import type { GuestAddress } from './guest-address.js';

/** How long a guest may take to say what it adds, in ms: the start of the hub waits for it. */
const patience = 2_000;

const mostBytes = 1_048_576;

/** The guest did not say what it adds; `message` is one sentence. */
export class GuestSilent extends Error {}

/**
 * A guest's part of the graph, as it tells it (Apollo Federation 2, `_service { sdl }`). It is asked without a token: the
 * hub is not open yet, so the guest could not look up the key to check one.
 *
 * @throws GuestSilent
 */
export async function fetchGuestSdl({ url }: GuestAddress): Promise<string> {
  const text = await postQuery(url);
  const sdl = (parsed(text) as { data?: { _service?: { sdl?: unknown } } } | null)?.data?._service?.sdl;
  if (typeof sdl === 'string' && sdl !== '') return sdl;
  throw new GuestSilent('It answers, but not with the schema of a subgraph (_service { sdl }).');
}

async function postQuery(url: string): Promise<string> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ _service { sdl } }' }),
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    return await boundedText(response);
  } catch (error) {
    if (error instanceof GuestSilent) throw error;
    throw new GuestSilent(`It does not answer within ${patience / 1_000} s.`, { cause: error });
  }
}

async function boundedText({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > mostBytes) throw new GuestSilent('Its schema is longer than 1 MB.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
