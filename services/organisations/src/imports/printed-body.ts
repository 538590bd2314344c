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
  /** First day of membership, `YYYY-MM-DD`; null for today. */
  readonly joinedOn: string | null;
}
