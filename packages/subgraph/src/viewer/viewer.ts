/**
 * Who asks, as far as a subgraph may know: the person and the session, never the client's token. What the person
 * may do is not in here; each subgraph reads it from its own projection of rights.
 */
export interface Viewer {
  /** Keyed hash of the person's mailbox (see `PersonHasher`); stable for one hub, meaningless outside of it. */
  readonly personId: string;
  readonly sessionId: string;
  /** When the viewer's token ends, in seconds since 1970 (JWT `exp`). */
  readonly expiresAt: number;
}
