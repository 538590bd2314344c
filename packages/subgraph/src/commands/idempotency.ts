import { type Kysely, sql } from 'kysely';
import type { KitTables } from '../database/kit-tables.js';
import { IdempotencyKeyReused, InvalidInput, refuse } from '../errors/refusal.js';
import type { CommandInput } from './command.js';
import type { InputDigester } from './input-digester.js';

/** One use of a key: by whom, for what. */
export interface KeyUse {
  readonly operation: string;
  readonly key: string;
  readonly caller: string;
  readonly inputDigest: string;
}

const keyForm = /^[\x21-\x7e]{8,200}$/;

export function keyUse(
  digester: InputDigester,
  operation: string,
  caller: string,
  input: CommandInput,
): KeyUse | null {
  const { idempotencyKey, ...rest } = input;
  if (idempotencyKey == null) return null;
  if (!keyForm.test(idempotencyKey)) {
    refuse(
      new InvalidInput('idempotencyKey', '"idempotencyKey" must have 8 to 200 visible ASCII characters.'),
    );
  }
  return { operation, key: idempotencyKey, caller, inputDigest: digester.digest(rest) };
}

/**
 * Takes the key for this transaction, or returns the answer that was given under it. Another transaction that holds
 * the key is waited for: its insert blocks ours until it commits or gives up. A key that expires between the two
 * statements is taken anew.
 */
export async function claimKey<T extends KitTables>(tx: Kysely<T>, use: KeyUse): Promise<unknown> {
  for (;;) {
    const { rows } = await sql`
      insert into idempotency_key (operation, key, caller, input_digest)
      values (${use.operation}, ${use.key}, ${use.caller}, ${use.inputDigest})
      on conflict do nothing returning key`.execute(tx);
    if (rows.length > 0) return undefined;
    const previous = await previousUse(tx, use);
    if (previous !== undefined) return answerOf(previous, use);
  }
}

interface PreviousUse {
  readonly caller: string;
  readonly input_digest: string;
  readonly answer: unknown;
}

/** In a statement of its own: only now is the row of the transaction we waited for visible. */
async function previousUse<T extends KitTables>(
  tx: Kysely<T>,
  use: KeyUse,
): Promise<PreviousUse | undefined> {
  const { rows } = await sql<PreviousUse>`
    select caller, input_digest, answer from idempotency_key
     where operation = ${use.operation} and key = ${use.key}`.execute(tx);
  return rows[0];
}

function answerOf({ caller, input_digest, answer }: PreviousUse, use: KeyUse): unknown {
  if (caller !== use.caller || input_digest !== use.inputDigest) refuse(new IdempotencyKeyReused());
  return answer;
}

export async function keepAnswer<T extends KitTables>(
  tx: Kysely<T>,
  use: KeyUse,
  answer: object,
): Promise<void> {
  await sql`
    update idempotency_key set answer = ${JSON.stringify(answer)}::jsonb
     where operation = ${use.operation} and key = ${use.key}`.execute(tx);
}
