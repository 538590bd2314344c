import { setTimeout as sleep } from 'node:timers/promises';
import type { PersonalKeys } from './personal-keys.js';
import { takePersonalKeys } from './personal-keys-lock.js';
import type { PersonalSealer } from './personal-sealer.js';
import { ColumnRewrap, type Rewrapped, type Transactions } from './rewrap-column.js';
import type { SealedColumn } from './sealed-column.js';

/** How long one row may be held by others before this gives up, in ms. */
const patience = 60_000;

/** Rest before rows that others hold are tried again, in ms. */
const rest = 100;

export interface RewrapOptions {
  readonly database: Transactions;
  readonly sealer: PersonalSealer;
  readonly columns: readonly SealedColumn[];
  /** Its current key wraps all texts when this is done. */
  readonly keys: PersonalKeys;
  /** Ids of the keys that shall no longer be needed. */
  readonly from: readonly string[];
  readonly tell: (rewrapped: number) => void;
}

/** A row was held for longer than any command holds one. */
export class TextsHeld extends Error {}

/**
 * Brings all texts of a database under the current key, beside those who use it. When it resolves nothing of the other
 * keys is left, and nothing of them can come back: texts are copied from one column to another, so at the end nobody
 * seals for a moment, and all columns are looked at together.
 * @throws TextsHeld
 */
export async function rewrapTexts(options: RewrapOptions): Promise<Rewrapped> {
  const columns = options.columns.map((column) => new ColumnRewrap({ ...options, column }));
  let before = -1;
  for (let since = performance.now(); ; ) {
    for (const column of columns) await column.pass();
    if (await nothingRemains(options, columns)) return sum(columns);
    const { rewrapped } = sum(columns);
    if (rewrapped > before) since = performance.now();
    else if (performance.now() - since > patience) throw new TextsHeld();
    before = rewrapped;
    await sleep(rest);
  }
}

function nothingRemains({ database }: RewrapOptions, columns: readonly ColumnRewrap[]): Promise<boolean> {
  return database.transaction(async ({ sql: tx }) => {
    await takePersonalKeys(tx);
    for (const column of columns) if (await column.remains(tx)) return false;
    return true;
  });
}

function sum(columns: readonly { readonly result: Rewrapped }[]): Rewrapped {
  const results = columns.map(({ result }) => result);
  return {
    rewrapped: results.reduce((all, { rewrapped }) => all + rewrapped, 0),
    unreadable: results.reduce((all, { unreadable }) => all + unreadable, 0),
  };
}
