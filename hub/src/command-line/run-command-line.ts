import { parseArgs } from 'node:util';
import { misspeltSettings, readConfig } from '../config.js';
import { nearestWord } from '../nearest-word.js';
import { BadUsage, type HubCommand, type OptionValues } from './command.js';
import { commands } from './commands.js';
import { commandHelp, generalHelp } from './help.js';
import { behindDashes } from './read-option.js';
import { version } from './version.js';
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
  if (name === '--version' || name === '-v' || name === 'version') {
    print(await version());
    return 0;
  }
  const near = nearestWord(
    name,
    commands.map((candidate) => candidate.name),
  );
  say(`There is no command "${name}".${near === null ? '' : ` Did you mean "${near}"?`}\n`);
  say(generalHelp(commands));
  return 2;
}

async function runOne(command: HubCommand, args: readonly string[]): Promise<number> {
  try {
    const { values, positionals } = parsed(command, args);
    if (values['help'] === true) print(commandHelp(command));
    else await runWith(command, values, positionals);
    return 0;
  } catch (error) {
    if (!(error instanceof BadUsage)) return (await import('./tell-failure.js')).tellFailure(error, say);
    say(`${error.message}\n`);
    say(commandHelp(command));
    return 2;
  }
}

async function runWith(
  command: HubCommand,
  values: OptionValues,
  positionals: readonly string[],
): Promise<void> {
  const config = readConfig(process.env);
  for (const remark of misspeltSettings(process.env)) say(remark);
  await command.run({ config, values, positionals, print, write, say });
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
        `Unexpected argument '${positionals[0]}'. This command takes options only. ${behindDashes}`,
      );
    return { values: values as OptionValues, positionals };
  } catch (error) {
    throw error instanceof BadUsage ? error : new BadUsage(explained(error as ParseError, options));
  }
}

type ParseError = Error & { readonly code?: string };

function explained({ code, message }: ParseError, options: HubCommand['options']): string {
  const [, unknown] = (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' && /'--([^']+)'/.exec(message)) || [];
  if (unknown === undefined) return message;
  const near = nearestWord(unknown, Object.keys(options));
  return `Unknown option '--${unknown}'.${near === null ? '' : ` Did you mean --${near}?`}`;
}
