import { numberIn, wholeNumberIn } from '../option-values.js';
import { readArguments } from '../read-arguments.js';

/** What the command line asks of the measurement at scale. */
export interface ScaleOptions {
  readonly organisations: number;
  readonly statements: number;
  readonly signatures: number;
  readonly rounds: number;
  /** How often each line is asked of each hub in one round. */
  readonly requests: number;
  /** How many times longer the large hub may take. */
  readonly times: number;
  /** How long it may search at the worst (p95), in milliseconds. */
  readonly searchMs: number;
  /** Pages read while memory is watched, at most; unlimited unless told. */
  readonly pages: number;
  /** Only lines with this in their name. */
  readonly only: string;
  /** Where the large hub keeps its data: seeded there when it is empty, used again when it is not. */
  readonly data: string | null;
  readonly check: boolean;
  readonly json: boolean;
  readonly help: boolean;
}

export const SCALE_USAGE = `Usage: npm run bench -- --scale [options]

Starts a hub with the sample data and one with very many data, and asks both the same in turns: lists, members,
signatures, counts, signing, search; then pages through all of the large one and watches its memory.

  --organisations N  of the large hub (default 100000)
  --statements N     (default 5000)
  --signatures N     (default 1000000)
  --rounds N         rounds, in which the hubs take turns (default 5)
  --requests N       requests per line, hub and round (default 20)
  --times N          limit: how many times longer the large hub may take (default 2)
  --search-ms N      limit: how long it may search, p95 (default 100)
  --pages N          pages read while memory is watched (default: all there are)
  --only TEXT        only lines with this in their name; "memory" is one of them
  --data DIR         keep the large hub's data there: seeded when missing, used again otherwise
  --check            exit with 1 when a limit is missed
  --json             print one JSON document instead of tables
  --help             print this
`;

const KNOWN = {
  organisations: { type: 'string', default: '100000' },
  statements: { type: 'string', default: '5000' },
  signatures: { type: 'string', default: '1000000' },
  rounds: { type: 'string', default: '5' },
  requests: { type: 'string', default: '20' },
  times: { type: 'string', default: '2' },
  'search-ms': { type: 'string', default: '100' },
  pages: { type: 'string' },
  only: { type: 'string', default: '' },
  data: { type: 'string' },
  check: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** @throws {UsageError} */
export function parseScaleOptions(argv: readonly string[]): ScaleOptions {
  const values = readArguments(argv, KNOWN);
  const size = (name: 'organisations' | 'statements' | 'signatures') =>
    wholeNumberIn(`--${name}`, values[name], 1, 10_000_000);
  return {
    organisations: size('organisations'),
    statements: size('statements'),
    signatures: size('signatures'),
    rounds: wholeNumberIn('--rounds', values.rounds, 1, 1_000),
    requests: wholeNumberIn('--requests', values.requests, 1, 10_000),
    times: numberIn('--times', values.times, 0, 1_000),
    searchMs: numberIn('--search-ms', values['search-ms'], 0, 60_000),
    pages: values.pages === undefined ? Infinity : numberIn('--pages', values.pages, 1, 10_000_000),
    only: values.only,
    data: values.data ?? null,
    check: values.check,
    json: values.json,
    help: values.help,
  };
}
