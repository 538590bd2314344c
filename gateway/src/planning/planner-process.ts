import { type ChildProcess, fork } from 'node:child_process';
import type { PlanNode } from '@graphql-hive/router-query-planner';
import type { FromPlanner, ToPlanner } from './planner-messages.js';

/** The process is gone, whatever it was asked. */
export class PlannerEnded extends Error {
  override readonly name = 'PlannerEnded';

  /** @param crashed whether it broke down by itself, as far as its end tells */
  constructor(readonly crashed: boolean) {
    super('the query planner ended');
  }
}

/** The supergraph is none that the planner can use; trying again is of no use. */
export class PlannerUnusable extends Error {
  override readonly name = 'PlannerUnusable';
}

/** How processes end that break down, and not because somebody else ends them. */
const breakdowns: ReadonlySet<string> = new Set(['SIGABRT', 'SIGSEGV', 'SIGBUS', 'SIGILL', 'SIGFPE']);

/** In MB. It keeps one supergraph and one operation; what the planner itself takes is not in the heap. */
const MOST_HEAP = 64;

/** One process that plans one operation at a time. It knows nothing of the environment and writes nothing. */
export class PlannerProcess {
  /** Resolves once it can plan. @throws PlannerUnusable, PlannerEnded */
  readonly ready: Promise<void>;
  readonly ended: Promise<PlannerEnded>;
  readonly #child: ChildProcess;
  #answered: ((said: FromPlanner) => void) | undefined;

  constructor(supergraphSdl: string) {
    this.#child = fork(entry, [], {
      execArgv: [`--max-old-space-size=${MOST_HEAP}`, '--max-semi-space-size=1'],
      env: { NODE_NO_WARNINGS: '1' },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.ended = endOf(this.#child);
    this.#child.on('message', (said: FromPlanner) => this.#answered?.(said));
    this.ready = this.#ask({ supergraphSdl }).then((said) => {
      if (said.kind === 'unusable') throw new PlannerUnusable(said.message);
    });
    this.ready.catch(() => undefined);
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /**
   * Only once the one before is answered.
   * @throws PlannerEnded; an `Error` with what the planner has against the operation
   */
  async plan(text: string): Promise<PlanNode | undefined> {
    const said = await this.#ask({ text });
    if (said.kind === 'planned') return said.plan;
    throw new Error('message' in said ? said.message : 'the planner said something unexpected');
  }

  /** At once, whatever it is doing. */
  end(): void {
    this.#child.ref();
    this.#child.kill('SIGKILL');
  }

  async #ask(asked: ToPlanner): Promise<FromPlanner> {
    const answer = new Promise<FromPlanner>((resolve) => {
      this.#answered = resolve;
    });
    this.#holdUp(true);
    // A message that cannot be sent any more is told by the end of the process.
    this.#child.send(asked, () => undefined);
    const said = await Promise.race([answer, this.ended]).finally(() => this.#holdUp(false));
    if (said instanceof PlannerEnded) throw said;
    return said;
  }

  /** Whether this process has to go on for it: for an answer yes, for a planner that waits no. */
  #holdUp(needed: boolean): void {
    if (needed) {
      this.#child.ref();
      this.#child.channel?.ref();
    } else {
      this.#child.unref();
      this.#child.channel?.unref();
    }
  }
}

/** Beside this file, in the language that this file runs in. */
const entry = new URL(
  import.meta.url.endsWith('.ts') ? './planner-main.ts' : './planner-main.js',
  import.meta.url,
);

function endOf(child: ChildProcess): Promise<PlannerEnded> {
  return new Promise((resolve) => {
    child.once('error', () => resolve(new PlannerEnded(false)));
    child.once('exit', (code, signal) =>
      resolve(new PlannerEnded(signal === null ? code !== 0 : breakdowns.has(signal))),
    );
  });
}
