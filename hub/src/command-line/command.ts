import type { ParseArgsOptionsConfig } from 'node:util';
import type { Config } from '../config.js';

/** Options as they were given; a list for those that may be repeated. */
export type OptionValues = Readonly<Record<string, OptionValue | undefined>>;

type OptionValue = string | boolean | readonly string[];

/** What a command is run with. */
export interface Invocation {
  readonly config: Config;
  readonly values: OptionValues;
  readonly positionals: readonly string[];
  /** Results, for the person or the next program; everything else goes to `say`. */
  print(line: string): void;
  /** As `print`, but for text of any length, line ends included: resolves when the reader wants more. */
  write(text: string): Promise<void>;
  say(line: string): void;
}

/** One command of the hub's command line. */
export interface HubCommand {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** How it is called, without the program's name. */
  readonly usage: string;
  /** Whether it is told something without a name, such as a file. */
  readonly takesArgument?: true;
  readonly options: ParseArgsOptionsConfig;
  /** A line per option, in the order of the usage. */
  readonly optionHelp: Readonly<Record<string, string>>;
  /** Resolves when the work is done; throws what should be told and exit with 1. */
  run(invocation: Invocation): Promise<void>;
}

/** The command was called in a way it does not know; told together with its usage, exit code 2. */
export class BadUsage extends Error {}
