/** An event before it is committed. */
export interface NewEvent {
  readonly type: string;
  /** Id of the entity that the event is about. */
  readonly subject: string;
  /** A JSON object. */
  readonly data: object;
  /** UUID; drawn by the database unless given. */
  readonly id?: string;
  /** ISO 8601, for what happened before it was entered; the database's time unless given. */
  readonly occurredAt?: string;
}
