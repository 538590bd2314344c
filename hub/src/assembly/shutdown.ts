interface Stoppable {
  stop(): Promise<void>;
}

/** The parts that run, to be stopped in this order: who lets work in, who does it, what it stands on. */
interface Parts {
  door?: Stoppable;
  subgraphs?: Stoppable;
  server?: Stoppable;
}

/** Stops whatever was started so far, once, however often it is asked. */
export class Shutdown {
  readonly #parts: Parts = {};
  #done: Promise<void> | undefined;

  owns<Part extends Stoppable>(role: keyof Parts, part: Part): Part {
    this.#parts[role] = part;
    return part;
  }

  run(): Promise<void> {
    this.#done ??= this.stopAll();
    return this.#done;
  }

  /** A part that fails to stop does not keep the others up. */
  private async stopAll(): Promise<void> {
    const { door, subgraphs, server } = this.#parts;
    const failures: unknown[] = [];
    for (const part of [door, subgraphs, server]) {
      await part?.stop().catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw new AggregateError(failures, 'Not everything stopped cleanly.');
  }
}
