/** Something that happened in one service, told to the others after it was committed. */
export interface BusEvent {
  /** The owning service; one stream per service. */
  readonly stream: string;
  /** Place in the stream, from 1 upwards, in the order in which consumers see events. */
  readonly position: number;
  /** UUID. */
  readonly id: string;
  readonly type: string;
  /** Id of the entity that the event is about. */
  readonly subject: string;
  /** Database time of the owner: ISO 8601 in UTC with microseconds. */
  readonly occurredAt: string;
  /** Plain JSON. */
  readonly data: unknown;
}
