import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { RunningProgram } from './running-program.js';

/** The programs that one test file starts. They end with it, even when it is killed. */
export class Programs {
  readonly #running: RunningProgram[] = [];
  #guard: ChildProcess | undefined;

  start(command: readonly string[], options: SpawnOptions): RunningProgram {
    this.#guard ??= startGuard();
    const program = new RunningProgram(command, options);
    this.#guard.stdin?.write(`${program.pid}\n`);
    this.#running.push(program);
    return program;
  }

  async endAll(): Promise<void> {
    const left = this.#running.filter(({ alive }) => alive);
    for (const program of left) program.killGroup();
    await Promise.allSettled(left.map(({ ended }) => ended));
    if (this.#guard === undefined) return;
    const gone = once(this.#guard, 'exit');
    this.#guard.stdin?.end();
    await gone;
  }
}

function startGuard(): ChildProcess {
  const script = join(import.meta.dirname, 'program-guard.ts');
  const options = ['--no-warnings', '--experimental-strip-types'];
  return spawn(process.execPath, [...options, script], {
    detached: true,
    env: {},
    stdio: ['pipe', 'ignore', 'inherit'],
  });
}
