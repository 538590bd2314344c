import { sql } from 'kysely';
import type { Unit } from '../database/database.js';
import type { NewEvent } from '../outbox/new-event.js';
import type { CommandEnvironment } from './run-command.js';

/** Under which operation names are kept, for as long as the database. */
export const onceOperation = 'runOnce';

export type Emit = (event: NewEvent) => void;

/**
 * Work of the composition root itself, such as sample data: one transaction, done once however often it is asked for,
 * also by two processes at once.
 * @returns whether it was done now
 */
export async function runOnce<Tables>(
  { database, outbox }: Pick<CommandEnvironment<Tables>, 'database' | 'outbox'>,
  name: string,
  work: (unit: Unit<Tables>, emit: Emit) => Promise<void>,
): Promise<boolean> {
  const done = await database.transaction(async (unit) => {
    const { rows } = await sql`
      insert into idempotency_key (operation, key, caller, input_digest)
      values (${onceOperation}, ${name}, 'hub', '') on conflict do nothing returning key`.execute(unit.sql);
    if (rows.length === 0) return false;
    const events: NewEvent[] = [];
    await work(unit, (event) => events.push(event));
    await outbox.record(unit.sql, events);
    return true;
  });
  if (done) outbox.committed();
  return done;
}
