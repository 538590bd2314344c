const barWidth = 30;
const redrawEveryMs = 100;

/** A line on a terminal that shows how far long work is; silent where no terminal is attached. */
export class Progress {
  #drawnAt = Number.NEGATIVE_INFINITY;

  /** @param total how much there is to do, if it is known beforehand */
  constructor(
    private readonly label: string,
    private readonly total?: number,
    private readonly terminal: Pick<NodeJS.WriteStream, 'isTTY' | 'write'> = process.stderr,
  ) {}

  /** @param total where it becomes known, or changes, on the way */
  update(done: number, total = this.total): void {
    const now = performance.now();
    if (!this.terminal.isTTY || now - this.#drawnAt < redrawEveryMs) return;
    this.#drawnAt = now;
    this.terminal.write(`\r${this.line(done, total)}\x1b[K`);
  }

  /** Clears the line: what follows says what was done. */
  end(): void {
    if (this.terminal.isTTY) this.terminal.write('\r\x1b[K');
  }

  private line(done: number, total: number | undefined): string {
    if (total === undefined) return `${this.label}: ${done}`;
    const part = Math.min(1, done / Math.max(1, total));
    const filled = '█'.repeat(Math.round(part * barWidth)).padEnd(barWidth, '░');
    return `${this.label} ${filled} ${Math.floor(part * 100)} % (${done} of ${total})`;
  }
}
