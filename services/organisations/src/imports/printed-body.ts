import type { Renaming } from './renaming.js';

/** A body of a list, and what is known of it already. */
export interface PrintedBody {
  /** The organisation that it is; null for one that the registry does not have yet. */
  readonly organisationId: string | null;
  /** Clean, 300 characters at most. */
  readonly name: string;
  /** ISO 3166-1 alpha-2, as printed. */
  readonly country: string | null;
  /** Clean, 30 characters at most. */
  readonly acronym: string | null;
  /** When it was a member, earliest first. */
  readonly stays: readonly Stay[];
  /** What the list says of former names, earliest first. */
  readonly renamings: readonly Renaming[];
  /** Names by which it goes as well. */
  readonly aliases: readonly string[];
}

/** Days are `YYYY-MM-DD`. */
export interface Stay {
  /** First day. Null: today, or where there is a last day, some day before. */
  readonly joinedOn: string | null;
  /** Last day; null for a stay that goes on. */
  readonly endedOn: string | null;
}
