import { leaksOf } from '../whole-hub/leaks.js';

interface Answered {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message?: unknown;
    readonly extensions?: { readonly code?: unknown };
  }[];
}

/** What an answer of the hub must not be, whoever asked for whatever; none for a good one. */
export function harmIn(status: number, text: string): string[] {
  if (status >= 500) return [`status ${status}: ${text.slice(0, 300)}`];
  const answered = parsed(text);
  if (answered === undefined) return [`no JSON: ${text.slice(0, 300)}`];
  const { data, errors = [] } = answered;
  const codes = errors.map((error) => error.extensions?.code);
  const ours = status === 200 && codes.includes('GRAPHQL_VALIDATION_FAILED');
  return [
    ...(ours ? ['a subgraph was asked for something that its schema does not allow'] : []),
    ...codes.filter((code) => typeof code !== 'string' || code === 'INTERNAL').map((code) => `code ${code}`),
    ...errors.flatMap(({ message }) => leaksOf(String(message))),
    ...refusalsIn(data).flatMap((message) => leaksOf(message)),
  ];
}

function parsed(text: string): Answered | undefined {
  try {
    return JSON.parse(text) as Answered;
  } catch {
    return undefined;
  }
}

/** Messages in the data are ours; all else there may be anybody's words. */
function refusalsIn(data: unknown): string[] {
  if (Array.isArray(data)) return data.flatMap(refusalsIn);
  if (typeof data !== 'object' || data === null) return [];
  const { message } = data as { message?: unknown };
  const own = typeof message === 'string' ? [message] : [];
  return [...own, ...Object.values(data).flatMap(refusalsIn)];
}
