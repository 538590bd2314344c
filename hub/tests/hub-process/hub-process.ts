import type { SpawnOptions } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitUntil } from '@coalition-hub/testkit';
import { GraphClient } from '../whole-hub/graph-client.js';
import type { Programs } from './programs.js';
import type { Ending, RunningProgram } from './running-program.js';

export const repository = join(import.meta.dirname, '..', '..', '..');

/** The built hub, started by the Node.js that runs the tests. */
export const hubProgram: readonly string[] = [process.execPath, join(repository, 'hub', 'dist', 'main.js')];

/** Patience with a machine that has much else to do, in ms. */
const patienceMs = 90_000;

export interface HubProcessOptions {
  readonly dataDir?: string;
  readonly port?: number;
  /** The program and its arguments; the built hub's `start` unless told. */
  readonly program?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly spawn?: SpawnOptions;
}

export interface Page {
  readonly status: number;
  readonly type: string | null;
  readonly body: string;
}

/** A hub in a process of its own, as people start it. */
export class HubProcess {
  readonly dataDir: string;
  readonly url: string;
  readonly program: RunningProgram;
  readonly #startedAt = performance.now();

  constructor(
    programs: Programs,
    { dataDir, port, program, env, spawn }: HubProcessOptions & { dataDir: string; port: number },
  ) {
    this.dataDir = dataDir;
    this.url = `http://127.0.0.1:${port}`;
    this.program = programs.start(program ?? [...hubProgram, 'start'], {
      cwd: '/',
      env: hubEnvironment({ HUB_DATA_DIR: dataDir, HUB_PORT: String(port), ...env }),
      ...spawn,
    });
  }

  client(token: string | null = null): GraphClient {
    return new GraphClient(`${this.url}/graphql`, token);
  }

  async get(path: string): Promise<Page> {
    const response = await fetch(this.url + path);
    const body = await response.text();
    return { status: response.status, type: response.headers.get('content-type'), body };
  }

  /** Whether it takes connections, whatever it then answers. */
  answers(): Promise<boolean> {
    return this.get('/health/live').then(
      () => true,
      () => false,
    );
  }

  /**
   * Waits until it is ready to serve.
   * @returns how long that took since its start, in ms
   * @throws Error with all that it said, where it has ended instead
   */
  async ready(): Promise<number> {
    await waitUntil(() => this.isReady(), { what: 'the hub is ready', timeoutMs: patienceMs, everyMs: 25 });
    return performance.now() - this.#startedAt;
  }

  async isReady(): Promise<boolean> {
    if (!this.program.alive) throw new Error(`The hub has ended: ${this.program.said}`);
    const page = await this.get('/health/ready').catch(() => null);
    return page?.status === 200;
  }

  send(signal: NodeJS.Signals): void {
    this.program.send(signal);
  }

  /**
   * Asks it to stop and waits for its end.
   * @returns how it ended, and how long that took in ms
   */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<Ending & { ms: number }> {
    const askedAt = performance.now();
    this.program.send(signal);
    const ending = await this.program.ended;
    return { ...ending, ms: performance.now() - askedAt };
  }

  /** As the kernel does when memory is short. */
  async kill(): Promise<void> {
    this.program.send('SIGKILL');
    await this.program.ended;
  }
}

/** Every hub loads the same 2,500 modules: the first of a run keeps them compiled for the others. */
const compiled = join(process.env['TEST_RUN_FOLDER'] ?? tmpdir(), 'compiled');

/** What is set, and nothing of what the tests themselves run with but where programs are. */
export function hubEnvironment(settings: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], NODE_COMPILE_CACHE: compiled, ...settings };
}
