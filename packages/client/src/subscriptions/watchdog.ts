/** Waits for one sign of life at a time. */
export class Watchdog {
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly onSilence: () => void) {}

  /** From now on, within so many ms. */
  expect(ms: number): void {
    this.calm();
    this.#timer = setTimeout(this.onSilence, ms);
  }

  /** It came, or does not matter any more. */
  calm(): void {
    clearTimeout(this.#timer);
  }
}
