import { badInput } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Context } from './context.js';
import { Mishap } from './types.js';

/** What must never be read in an answer, whichever way it goes wrong. */
export const innermost = 'innermost secret';

export async function have(mishap: Mishap, { reads }: Context): Promise<string | null> {
  switch (mishap) {
    case Mishap.SQL:
      await sql`select ${innermost}::int from note_that_is_not`.execute(reads);
      return null;
    case Mishap.STRING:
      throw innermost;
    case Mishap.ERROR:
      throw new TypeError(innermost);
    case Mishap.FAULT:
      throw badInput('This was meant for you.');
    case Mishap.NULL:
      return null;
    case Mishap.SLOW:
      await sql`select pg_sleep(0.3)`.execute(reads);
      return 'well';
    case Mishap.NONE:
      return 'well';
  }
}
