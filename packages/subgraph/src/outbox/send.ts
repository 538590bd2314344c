import { CompiledQuery } from 'kysely';
import type { AnyDatabase } from './any-database.js';

/** Sends one statement and returns its rows. */
export type Send = <Row extends object>(text: string, values: readonly unknown[]) => Promise<readonly Row[]>;

/** Sends over any free connection of the pool. */
export function sendOverPool(db: AnyDatabase): Send {
  return async <Row extends object>(text: string, values: readonly unknown[]) => {
    const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(text, [...values]));
    return rows;
  };
}
