import { numberIn, UsageError, wholeNumberIn } from './option-values.js';
import { readArguments } from './read-arguments.js';

export { UsageError } from './option-values.js';

export const CONTENDERS = ['hub', 'by-hand', 'postgraphile'] as const;
export type ContenderName = (typeof CONTENDERS)[number];

/** What the command line asks for. */
export interface Options {
  /** How long one contender is under load in one round, in seconds. */
  readonly seconds: number;
  readonly rounds: number;
  /** Connections of the load generator, each with one request in flight. */
  readonly connections: number;
  readonly only: readonly ContenderName[];
  readonly check: boolean;
  readonly profile: boolean;
  readonly json: boolean;
  readonly help: boolean;
}

export const USAGE = `Usage: npm run bench -- [options]

Measures one statement with its 108 signatures and their organisations: the hub, a server written by hand
and PostGraphile, side by side on the same rows.

  --seconds N       seconds of load per contender and round (default 4)
  --rounds N        rounds, in which the contenders take turns (default 5)
  --connections N   keep-alive connections, each with one request in flight (default 20, at most 46)
  --only A,B        measure only these: ${CONTENDERS.join(', ')}
  --check           exit with 1 when the hub needs more than 2.0 times the CPU of PostGraphile
  --profile         instead, load the hub alone and print where its CPU goes
  --scale           instead, compare a hub with very many data with the sample; --scale --help says more
  --json            print one JSON document instead of tables
  --help            print this
`;

const KNOWN = {
  seconds: { type: 'string', default: '4' },
  rounds: { type: 'string', default: '5' },
  connections: { type: 'string', default: '20' },
  only: { type: 'string', default: CONTENDERS.join(',') },
  check: { type: 'boolean', default: false },
  profile: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** Each connection needs two sizes of page of its own (see operation.ts). */
const MOST_CONNECTIONS = 46;

/** @throws {UsageError} */
export function parseOptions(argv: readonly string[]): Options {
  const values = readArguments(argv, KNOWN);
  const only = namesIn(values.only);
  if (values.check && CONTENDERS.some((name) => name !== 'by-hand' && !only.includes(name))) {
    throw new UsageError(
      '--check compares the hub with PostGraphile: --only has to name both, or be left out.',
    );
  }
  return {
    seconds: numberIn('--seconds', values.seconds, 0.1, 600),
    rounds: wholeNumberIn('--rounds', values.rounds, 1, 1_000),
    connections: wholeNumberIn('--connections', values.connections, 1, MOST_CONNECTIONS),
    only,
    check: values.check,
    profile: values.profile,
    json: values.json,
    help: values.help,
  };
}

function namesIn(text: string): ContenderName[] {
  const asked = text.split(',').map((name) => name.trim());
  const unknown = asked.find((name) => !CONTENDERS.some((known) => known === name));
  if (unknown !== undefined) {
    throw new UsageError(`--only knows ${CONTENDERS.join(', ')}, and not "${unknown}".`);
  }
  return CONTENDERS.filter((name) => asked.includes(name));
}
