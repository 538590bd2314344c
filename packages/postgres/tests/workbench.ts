import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readlinkSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { type PostgresOptions, type PostgresServer, startPostgres } from '@coalition-hub/postgres';
import { afterEach, expect } from '@jest/globals';
import pg from 'pg';

const HUB = join(import.meta.dirname, 'hub-process.ts');

/** What a hub process said about itself. */
export interface Report {
  pid: number;
  port: number;
  url: string;
  code?: string;
  message?: string;
}

export interface HubProcess {
  process: ChildProcess;
  report: Promise<Report>;
}

/** Folders, servers and processes that are gone after each test; a PostgreSQL left behind fails it. */
export class Workbench {
  readonly #folders: string[] = [];
  readonly #servers: PostgresServer[] = [];
  readonly #processes: ChildProcess[] = [];

  constructor() {
    afterEach(() => this.#clear());
  }

  /** A private folder, 0700, that does not hold a cluster yet. */
  async folder(): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'coalition-hub-postgres-'));
    this.#folders.push(folder);
    return folder;
  }

  async start(options: PostgresOptions): Promise<PostgresServer> {
    const server = await startPostgres({ settings: { fsync: 'off' }, ...options });
    this.#servers.push(server);
    return server;
  }

  /** Starts a hub in a process of its own, wrapped in `prefix` when given. */
  hub(dataDir: string, options: SpawnOptions & { prefix?: string[]; port?: number } = {}): HubProcess {
    const { prefix = [], port = 0, ...rest } = options;
    const [program = '', ...args] = [
      ...prefix,
      process.execPath,
      '--no-warnings',
      HUB,
      dataDir,
      String(port),
    ];
    const child = spawn(program, args, { cwd: '/', ...rest, env: {}, stdio: ['ignore', 'pipe', 'inherit'] });
    this.#processes.push(child);
    return { process: child, report: firstLine(child) };
  }

  async #clear(): Promise<void> {
    await Promise.all(this.#servers.splice(0).map((server) => server.stop()));
    await Promise.all(this.#processes.splice(0).map(end));
    const folders = this.#folders.splice(0);
    const left = processesBelow(folders);
    for (const pid of left) process.kill(pid, 'SIGKILL');
    await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true, maxRetries: 5 })));
    expect(left).toEqual([]);
  }
}

async function firstLine(child: ChildProcess): Promise<Report> {
  if (child.stdout === null) throw new Error('the hub process has no output');
  for await (const line of createInterface({ input: child.stdout })) return JSON.parse(line);
  throw new Error('the hub process said nothing');
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await exit;
}

/** Kills a hub process the hard way and waits until it is gone. */
export async function killHard(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

/** The processes that work below one of these folders. */
export function processesBelow(folders: string[]): number[] {
  const pids = readdirSync('/proc').filter((entry) => /^\d+$/.test(entry));
  return pids.filter((pid) => folders.some((folder) => placeOf(pid).startsWith(`${folder}/`))).map(Number);
}

function placeOf(pid: string): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return '';
  }
}

/** Runs one statement on a connection of its own. */
export async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Waits until something holds, at most 10 s. */
export async function eventually(holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('it did not happen within 10 s');
    await sleep(20);
  }
}
