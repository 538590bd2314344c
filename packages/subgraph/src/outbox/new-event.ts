/** An event before it is committed; its time is the database's. */
export interface NewEvent {
  readonly type: string;
  /** Id of the entity that the event is about. */
  readonly subject: string;
  /** A JSON object. */
  readonly data: object;
  /** UUID; drawn by the database unless given. */
  readonly id?: string;
}
