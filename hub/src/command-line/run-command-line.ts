import { parseArgs } from 'node:util';
import { readConfig } from '../config.js';
import { BadUsage, type HubCommand, type OptionValues } from './command.js';
import { commands } from './commands.js';
import { commandHelp, generalHelp } from './help.js';
import { writeOut } from './write-out.js';

const say = (line: string) => void process.stderr.write(`${line}\n`);
const print = (line: string) => void process.stdout.write(`${line}\n`);
const write = (text: string) => writeOut(process.stdout, text);

/** @returns the exit code: 0 only when the command did what it was asked for, 2 when it was called wrongly */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  const command = commands.find((candidate) => candidate.name === name);
  if (command) return runOne(command, rest);
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    print(generalHelp(commands));
    return name === undefined ? 2 : 0;
  }
  say(`There is no command "${name}".\n`);
  say(generalHelp(commands));
  return 2;
}

async function runOne(command: HubCommand, args: readonly string[]): Promise<number> {
  try {
    const { values, positionals } = parsed(command, args);
    if (values['help'] === true) print(commandHelp(command));
    else await command.run({ config: readConfig(process.env), values, positionals, print, write, say });
    return 0;
  } catch (error) {
    if (!(error instanceof BadUsage)) return (await import('./tell-failure.js')).tellFailure(error, say);
    say(`${error.message}\n`);
    say(commandHelp(command));
    return 2;
  }
}

function parsed({ options, takesArgument }: HubCommand, args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    });
    if (positionals.length > 0 && !takesArgument)
      throw new BadUsage(
        `Unexpected argument '${positionals[0]}'. This command does not take positional arguments`,
      );
    return { values: values as OptionValues, positionals };
  } catch (error) {
    throw error instanceof BadUsage ? error : new BadUsage((error as Error).message);
  }
}
