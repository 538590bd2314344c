import { PortInUse } from '@coalition-hub/gateway';
import { PostgresError } from '@coalition-hub/postgres';
import { NewerDatabase } from '@coalition-hub/subgraph';
import { BadSettings } from '../config.js';
import { HubError } from '../hub-error.js';

const plain = [HubError, BadSettings, PostgresError, PortInUse, NewerDatabase];

const outOfSpace = new Set(['ENOSPC', '53100']);

/** Says what went wrong: one sentence where it is something the reader can mend, all of it where it is our fault. */
export function tellFailure(error: unknown, say: (line: string) => void): number {
  if (hasNoReader(error)) return 1;
  const { code, message, stack } = error as { code?: unknown; message?: string; stack?: string };
  if (plain.some((kind) => error instanceof kind)) say(String(message));
  else if (outOfSpace.has(String(code)))
    say('There is no space left on the disk. Free some, then try again.');
  else say(`Something went wrong that should not: ${stack ?? String(error)}`);
  return 1;
}

/** Whoever read our output has gone, as `head` does when it has enough: nobody is left to be told. */
function hasNoReader(error: unknown): boolean {
  return (error as { code?: unknown }).code === 'EPIPE';
}
