import type { Kysely } from 'kysely';
import type { Tables } from '../entities/tables.js';

/** Whatever plain SQL runs on: the pool, or a transaction. */
export type Reader = Kysely<Tables>;
