import { Agent, request } from 'node:http';
import type { ScaleHub } from './scale-hub.js';

const agent = new Agent({ keepAlive: true, maxSockets: 8 });

export interface Question {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Asked as the administrator; signed out unless told, as most readers are. */
  readonly signedIn?: boolean;
}

export interface TimedAnswer {
  /** From sending the request to the last byte of the answer, in milliseconds. */
  readonly ms: number;
  readonly bytes: number;
  readonly data: unknown;
}

/**
 * Asks a hub one thing over a connection that stays open.
 * @throws where the answer has errors, or is a refusal
 */
export async function ask<Data>(hub: ScaleHub, question: Question): Promise<Data> {
  return (await askTimed(hub, question)).data as Data;
}

/** @throws where the answer has errors, or is a refusal */
export async function askTimed(hub: ScaleHub, question: Question): Promise<TimedAnswer> {
  const { query, variables, signedIn = false } = question;
  const body = JSON.stringify({ query, variables });
  const began = performance.now();
  const text = await post(hub, body, signedIn);
  const ms = performance.now() - began;
  const { data, errors } = JSON.parse(text) as { data?: unknown; errors?: unknown };
  if (errors === undefined && data != null && !isRefused(data))
    return { ms, bytes: Buffer.byteLength(text), data };
  throw new Error(`The ${hub.name} hub did not answer ${body.slice(0, 400)}: ${text.slice(0, 400)}`);
}

/** A mutation that was refused cost something else than one that was carried out. */
function isRefused(data: unknown): boolean {
  const results = Object.values(data as Record<string, { __typename?: unknown } | null>);
  return results.some(
    (result) => typeof result?.__typename === 'string' && !result.__typename.endsWith('Success'),
  );
}

function post({ url, token }: ScaleHub, body: string, signedIn: boolean): Promise<string> {
  const authorization = signedIn ? { authorization: `Bearer ${token}` } : {};
  const headers = { 'content-type': 'application/json', ...authorization };
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/graphql`, { method: 'POST', agent, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
      answer.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
