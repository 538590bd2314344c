import type { ColumnType, Generated } from 'kysely';

/** Set once by the database, or given. */
type Since = ColumnType<Date, Date | undefined, Date>;

/** Tables that this service reads and writes itself; those of better-auth with the columns that it uses. */
export interface Tables {
  person: { id: string; name: string; email: string; email_verified: boolean; created_at: Since };
  session: {
    id: string;
    user_id: string;
    token: string;
    user_agent: string | null;
    created_at: Since;
    expires_at: Date;
    tokens_until: Date | null;
  };
  passkey: { id: string; user_id: string; name: string | null; device_type: string; created_at: Since };
  ended_session: { session_id: string; until: Date };
  token_key: TokenKeyTable;
  api_key: {
    id: string;
    user_id: string;
    name: string;
    prefix: string;
    hash: Buffer;
    read_only: boolean;
    created_at: Since;
    last_used_at: Date | null;
  };
  attempt: { key: string; count: Generated<number>; window_ends_at: Date };
  administrator_link: { id: string; created_at: Since; used_at: Date | null };
}

export interface TokenKeyTable {
  kid: string;
  /** `x` of the JWK (RFC 8037). */
  public_key: string;
  sealed_private_key: Buffer;
  created_at: Date;
  /** When another key took over; null: this one signs. */
  retired_at: Date | null;
  /** When the last token that it signed for longer than usual ends. */
  last_token_ends_at: Date | null;
  /** Whether tokens without the name of a key are its own. */
  signed_without_kid: boolean;
}
