import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createGuardedFolder, type GuardedFolder } from '@coalition-hub/testkit';
import type { HubCommand, OptionValues } from '../../src/command-line/command.js';
import { type CommandResult, InProcessHub } from '../whole-hub/in-process-hub.js';
import {
  type Coordinated,
  coordinatedCoalition,
  type Draft,
  openStatement,
} from '../whole-hub/open-statement.js';

/** A row of `--json`, as far as tests look at it. */
export interface Detail {
  readonly line: number;
  readonly outcome: string;
  readonly sameAs?: number;
  readonly organisation?: string;
}

/** What `--json` tells of an import. */
export type ImportResult = Readonly<Record<string, unknown>> & { readonly details: readonly Detail[] };

/** A running hub, and a folder for lists. */
export class ImportWorkbench {
  #files = 0;

  private constructor(
    readonly hub: InProcessHub,
    private readonly folder: GuardedFolder,
  ) {}

  static async start(): Promise<ImportWorkbench> {
    const folder = await createGuardedFolder();
    return new ImportWorkbench(await InProcessHub.start(), folder);
  }

  async stop(): Promise<void> {
    await this.hub.stop();
    await this.folder.remove();
  }

  path(name: string): string {
    return join(this.folder.path, name);
  }

  async file(content: string | Uint8Array): Promise<string> {
    this.#files += 1;
    const path = this.path(`list-${this.#files}.csv`);
    await writeFile(path, content);
    return path;
  }

  run(command: HubCommand, path: string, values: OptionValues): Promise<CommandResult> {
    return this.hub.command(command, [path], values);
  }

  /** The command's answer to `--json`, for a list in a file of its own. */
  async import(
    command: HubCommand,
    content: string | Uint8Array,
    values: OptionValues,
  ): Promise<ImportResult> {
    const { printed } = await this.run(command, await this.file(content), { ...values, json: true });
    return JSON.parse(printed) as ImportResult;
  }

  /** A statement that can be signed for an hour. */
  async openStatement(name: string): Promise<Draft & Pick<Coordinated, 'coordinator'>> {
    const email = `${name}@example.org`;
    const administrator = await this.hub.administrator('administrator@example.org');
    const coordinated = await coordinatedCoalition(this.hub, administrator, name, email);
    const draft = await openStatement(coordinated);
    await this.hub.settled();
    return { ...draft, coordinator: coordinated.coordinator };
  }
}
