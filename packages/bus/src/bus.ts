import type { BusEvent } from './bus-event.js';

/** How events travel between services: in this process, or through a broker. */
export interface Bus {
  /**
   * Adds events, in order of their positions, to a stream. Idempotent by stream and position.
   * Resolves once the events cannot be lost any more.
   */
  publish(stream: string, events: readonly BusEvent[]): Promise<void>;

  /** The newest position that the bus itself holds, 0 for none: a relay publishes what comes after it. */
  published(stream: string): Promise<number>;

  /** Hands out a stream's events until stopped. The stream may come into being later. */
  consume(options: ConsumeOptions): Consumption;

  /** Events after a position, oldest first, at most `limit`; none when there are no more. For rebuilding. */
  read(stream: string, after: number, limit: number): Promise<readonly BusEvent[]>;

  /**
   * Position of the newest event whose command was acknowledged to anybody before this call, 0 for none.
   * Rejects when the owner of the stream cannot be asked.
   */
  head(stream: string): Promise<number>;

  /** Stops every consumption, after the batches being handled. */
  close(): Promise<void>;
}

export interface ConsumeOptions {
  readonly stream: string;
  /** Named in reports; unique per stream. */
  readonly consumer: string;
  /** Events per batch at most; 500 unless told. */
  readonly batchSize?: number;

  /** The consumer's own cursor: the last position that it has handled. Asked at the start and after a failure. */
  after(): Promise<number>;

  /**
   * Handles events in the order of their positions, one batch at a time. An event may come again after a failure.
   * When it rejects, the batch is reported and handed out again, later and later, and never skipped.
   *
   * @returns the position to go on after: that of the last event, or another one if the cursor was moved meanwhile
   */
  handle(batch: readonly BusEvent[]): Promise<number>;

  /** Nothing published is left to handle after this position. */
  onCaughtUp?(position: number): void;
}

export interface Consumption {
  /** Resolves when the batch being handled is done; nothing is handed out afterwards. */
  stop(): Promise<void>;
}
