import { createLog, type Viewer } from '@coalition-hub/subgraph';
import { createGuardedFolder, freePort, type GuardedFolder } from '@coalition-hub/testkit';
import { parse } from 'graphql';
import { databaseOf } from '../../src/assembly/subgraphs.js';
import type { HubCommand, OptionValues } from '../../src/command-line/command.js';
import { token } from '../../src/command-line/token.js';
import { identityDatabase } from '../../src/identity/start-identity.js';
import { type Config, type Hub, readConfig, serviceNames, startHub } from '../../src/index.js';
import { databaseUrl, withDatabase } from '../hub-process/hub-database.js';
import { GraphClient } from './graph-client.js';

/** What a command has told: its result, and everything else. */
export interface CommandResult {
  readonly printed: string;
  readonly said: string;
}

/** The whole hub in this process, on a data folder and a PostgreSQL of its own, reached over its real port. */
export class InProcessHub {
  private constructor(
    readonly hub: Hub,
    private readonly config: Config,
    private readonly folder: GuardedFolder,
    /** Lines that the hub has logged, oldest first. */
    readonly logged: readonly string[],
  ) {}

  /** Without sample data. @param settings beside those, such as `HUB_GUESTS` */
  static async start(settings: Readonly<Record<string, string>> = {}): Promise<InProcessHub> {
    const folder = await createGuardedFolder();
    const port = String(await freePort());
    const own = { HUB_DATA_DIR: folder.path, HUB_PORT: port, HUB_SAMPLE_DATA: 'off' };
    const config = readConfig({ ...own, ...settings });
    const logged: string[] = [];
    const log = createLog(
      { level: 'info', name: 'hub' },
      { write: (line: string) => void logged.push(line) },
    );
    try {
      return new InProcessHub(await startHub({ config, log }), config, folder, logged);
    } catch (error) {
      await folder.remove();
      throw error;
    }
  }

  get url(): string {
    return `${this.hub.url}/graphql`;
  }

  /** Where it listens, whatever it is called from outside. */
  get localUrl(): string {
    return `http://127.0.0.1:${this.config.port}`;
  }

  async stop(): Promise<void> {
    await this.hub.stop().finally(() => this.folder.remove());
  }

  signedOut(): GraphClient {
    return new GraphClient(this.url, null);
  }

  /** Somebody with a mailbox; what they may do is for others to grant. */
  person(email: string): Promise<GraphClient> {
    return this.signIn({ email });
  }

  /** Whoever owns the data folder makes administrators, with "hub token". */
  administrator(email: string): Promise<GraphClient> {
    return this.signIn({ email, role: 'administrator' });
  }

  private async signIn(values: Record<string, string>): Promise<GraphClient> {
    const { printed } = await this.command(token, [], values);
    return new GraphClient(this.url, printed.trim());
  }

  /** Runs a command of the command line beside the hub, on its data folder. */
  async command(
    command: HubCommand,
    positionals: readonly string[],
    values: OptionValues = {},
  ): Promise<CommandResult> {
    const [printed, said]: [string[], string[]] = [[], []];
    await command.run({
      config: this.config,
      values,
      positionals,
      print: (line) => void printed.push(`${line}\n`),
      write: async (text) => void printed.push(text),
      say: (line) => void said.push(`${line}\n`),
    });
    return { printed: printed.join(''), said: said.join('') };
  }

  get dataDir(): string {
    return this.folder.path;
  }

  /** Asks one subgraph itself, as the gateway does. @returns the answer as it would be sent */
  async askSubgraph(
    service: (typeof serviceNames)[number],
    viewer: Viewer | null,
    query: string,
    variables: Record<string, unknown>,
  ): Promise<string> {
    const request = { document: parse(query), source: query, variables, viewer, requestId: 'one-request' };
    return JSON.stringify(await this.hub.running.subgraphs[service].execute(request));
  }

  /** How this hub names a person in its databases. */
  personId(email: string): string {
    return this.hub.running.persons.personId(email);
  }

  /** Everything said so far has reached every projection of every service. */
  async settled(): Promise<void> {
    for (const { service } of Object.values(this.hub.running.subgraphs)) {
      const { caughtUp } = await service.projections.catchUp({ timeoutMs: 10_000 });
      if (!caughtUp) throw new Error(`Projections of ${service.definition.name} do not keep up`);
    }
  }

  /** The superuser's address of a service's database. */
  databaseUrl(service: (typeof serviceNames)[number]): Promise<string> {
    return databaseUrl(this.folder.path, databaseOf(service));
  }

  /** The superuser's address of the database of who signs in. */
  identityUrl(): Promise<string> {
    return databaseUrl(this.folder.path, identityDatabase);
  }

  /** Number of rows of every table of every database, as `database.table`. */
  async rowCounts(): Promise<Record<string, number>> {
    await this.settled();
    const counts: Record<string, number> = {};
    for (const database of serviceNames.map(databaseOf)) {
      const url = await databaseUrl(this.folder.path, database);
      const { rows } = await withDatabase(url, (session) =>
        session.query<{ name: string; count: string }>(countRows),
      );
      for (const { name, count } of rows) counts[`${database}.${name}`] = Number(count);
    }
    return counts;
  }
}

const countRows = `
  select table_name as name,
         (xpath('/row/count/text()', query_to_xml(format('select count(*) from %I.%I', table_schema, table_name),
           false, true, '')))[1]::text as count
    from information_schema.tables
   where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
   order by table_name`;
