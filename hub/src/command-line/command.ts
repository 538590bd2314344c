import type { ParseArgsOptionsConfig } from 'node:util';
import type { Config } from '../config.js';

/** What a command is run with. */
export interface Invocation {
  readonly config: Config;
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  /** Results, for the person or the next program; everything else goes to `say`. */
  print(line: string): void;
  say(line: string): void;
}

/** One command of the hub's command line. */
export interface HubCommand {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** How it is called, without the program's name. */
  readonly usage: string;
  readonly options: ParseArgsOptionsConfig;
  /** A line per option, in the order of the usage. */
  readonly optionHelp: Readonly<Record<string, string>>;
  /** Resolves when the work is done; throws what should be told and exit with 1. */
  run(invocation: Invocation): Promise<void>;
}

/** The command was called in a way it does not know; told together with its usage, exit code 2. */
export class BadUsage extends Error {}
