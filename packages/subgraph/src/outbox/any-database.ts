import type { Kysely } from 'kysely';

/** A service's database, or a transaction on it, whatever its tables are. */
// biome-ignore lint/suspicious/noExplicitAny: the tables are the service's own, and Kysely is invariant in them
export type AnyDatabase = Kysely<any>;
