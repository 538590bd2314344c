import { createGuardedFolder, freePort, type GuardedFolder } from '@coalition-hub/testkit';
import { afterAll } from '@jest/globals';
import { HubProcess, type HubProcessOptions, hubEnvironment, hubProgram } from './hub-process.js';
import { Programs } from './programs.js';
import type { Ending, RunningProgram } from './running-program.js';
import { fillAsUsed } from './used-folder.js';

/** Folders and processes of one test file, which are gone after it, however its tests went. */
export class Workbench {
  readonly #folders: GuardedFolder[] = [];
  readonly #programs = new Programs();

  constructor() {
    afterAll(() => this.#clear(), 60_000);
  }

  /** A private folder, 0700, without symbolic links in its path. */
  async folder(): Promise<string> {
    const folder = await createGuardedFolder();
    this.#folders.push(folder);
    return folder.path;
  }

  /** A private folder in which a hub without sample data has run before. */
  async usedFolder(): Promise<string> {
    const path = await this.folder();
    await fillAsUsed(path);
    return path;
  }

  /** Starts a hub, on a folder and a port of its own unless told; does not wait for it. */
  async hub(options: HubProcessOptions = {}): Promise<HubProcess> {
    const [dataDir, port] = [options.dataDir ?? (await this.folder()), options.port ?? (await freePort())];
    return new HubProcess(this.#programs, { ...options, dataDir, port });
  }

  /** Runs a command of the hub to its end. */
  command(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Ending> {
    return this.run([...hubProgram, ...args], env);
  }

  /** Starts a command of the hub, and does not wait for its end. */
  start(args: readonly string[], env: NodeJS.ProcessEnv): RunningProgram {
    return this.#programs.start([...hubProgram, ...args], { cwd: '/', env: hubEnvironment(env) });
  }

  /** Runs any program to its end. */
  run(program: readonly string[], env: NodeJS.ProcessEnv): Promise<Ending> {
    return this.#programs.start(program, { cwd: '/', env: hubEnvironment(env) }).ended;
  }

  async #clear(): Promise<void> {
    await this.#programs.endAll();
    await Promise.all(this.#folders.map((folder) => folder.remove()));
  }
}
