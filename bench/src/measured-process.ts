import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { REPOSITORY } from './repository.js';

const KEPT_CHARACTERS = 4_000;
const STOP_PATIENCE_MS = 15_000;

export interface ProcessToMeasure {
  /** For messages. */
  readonly name: string;
  /** What follows `node`. */
  readonly args: readonly string[];
  readonly env: Record<string, string>;
  /** Whether it answers messages of its parent. */
  readonly talks: boolean;
}

/** A child process whose last output is kept, to be shown if it fails. */
export class MeasuredProcess {
  readonly #name: string;
  readonly #child: ChildProcess;
  #output = '';

  /**
   * Starts a process that ends with the stack.
   *
   * @throws where everything is being ended already
   */
  static start(cleanup: AsyncDisposableStack, wanted: ProcessToMeasure): MeasuredProcess {
    if (cleanup.disposed) throw new Error('The bench was interrupted.');
    return cleanup.use(new MeasuredProcess(wanted));
  }

  private constructor({ name, args, env, talks }: ProcessToMeasure) {
    this.#name = name;
    this.#child = spawn(process.execPath, args, {
      env,
      cwd: REPOSITORY,
      stdio: ['ignore', 'pipe', 'pipe', ...(talks ? ['ipc' as const] : [])],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#output = (this.#output + text).slice(-KEPT_CHARACTERS);
      });
    }
    this.#child.on('error', () => undefined);
  }

  get pid(): number {
    if (this.#child.pid === undefined) throw new Error(`The process of ${this.#name} could not be started.`);
    return this.#child.pid;
  }

  get hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** Sends a message and waits for the next one that the process sends. */
  async ask(message: object): Promise<unknown> {
    const answer = this.nextMessage();
    this.#child.send(message, () => undefined);
    return answer;
  }

  /** Waits for what the process says next; fails when it ends instead. */
  async nextMessage(): Promise<unknown> {
    const waiting = new AbortController();
    const { signal } = waiting;
    try {
      const message = once(this.#child, 'message', { signal }).then(([value]: unknown[]) => value);
      const ended = once(this.#child, 'exit', { signal }).then(() =>
        Promise.reject(this.failure('ended early')),
      );
      return await Promise.race([message, ended]);
    } finally {
      waiting.abort();
    }
  }

  failure(what: string): Error {
    return new Error(
      `The process of ${this.#name} ${what}. Its last output:\n${this.#output.trim() || '(none)'}`,
    );
  }

  /**
   * Asks it to end, and ends it if it does not.
   *
   * @returns the exit code, or null when a signal ended it
   */
  async stop(): Promise<number | null> {
    if (this.hasEnded) return this.#child.exitCode;
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    const lastResort = setTimeout(() => this.#child.kill('SIGKILL'), STOP_PATIENCE_MS);
    await ended;
    clearTimeout(lastResort);
    return this.#child.exitCode;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }
}
