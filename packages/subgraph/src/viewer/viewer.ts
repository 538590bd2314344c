/**
 * Who asks, as far as a subgraph may know: the person and the session, never the client's token. What the person
 * may do is not in here; each subgraph reads it from its own projection of rights.
 */
export interface Viewer {
  /** Keyed hash of the person's mailbox (see `PersonHasher`); stable for one hub, meaningless outside of it. */
  readonly personId: string;
  readonly sessionId: string;
  /** What the token may be used for beside reading; empty for one that may only read. */
  readonly scopes: readonly string[];
  /** When the viewer's token ends, in seconds since 1970 (JWT `exp`). */
  readonly expiresAt: number;
}

/** The scope of a token that may also change things, within its person's rights. */
export const writing = 'write';

/** The claim `scope` of a token (RFC 8693): words with spaces between; without it a token may only read. */
export function scopesIn(claim: unknown): string[] {
  return typeof claim === 'string' ? claim.split(' ').filter((scope) => scope !== '') : [];
}
