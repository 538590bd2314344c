/**
 * A table of updates: append-only, one row per event that concerns a subject. Services create it in a migration of
 * their own, which must not change when the kit does:
 *
 * ```sql
 * create table <name> (
 *   sequence bigint generated always as identity primary key,
 *   <subject> uuid not null, kind text not null, <fact> uuid, …, occurred_at timestamptz not null,
 *   stream text not null, position bigint not null, constraint <name>_once unique (stream, position));
 * create index <name>_of_subject on <name> (<subject>, sequence)
 * ```
 */
export interface FeedTable {
  /** Such as `statement_update`. */
  readonly name: string;
  /** Column of what the updates are of, such as `statement_id`. */
  readonly subject: string;
  /** Columns of what an update may be about besides, such as `revision_id`; each a UUID or null. */
  readonly facts: readonly string[];
}
