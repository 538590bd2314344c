import type { HubCommand } from './command.js';

export function generalHelp(commands: readonly HubCommand[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return [
    'Coalition Hub: coalitions write joint statements, organisations sign them, anyone can follow.',
    '',
    'npm run hub -- <command>',
    '',
    ...lines,
    '',
    'npm run hub -- <command> --help tells more, npm run hub -- --version the version. Settings are read from the environment; the README lists them.',
  ].join('\n');
}

export function commandHelp({ usage, summary, optionHelp }: HubCommand): string {
  const width = Math.max(0, ...Object.keys(optionHelp).map((option) => option.length));
  const lines = Object.entries(optionHelp).map(([option, help]) => `  ${option.padEnd(width)}  ${help}`);
  return [summary, '', `npm run hub -- ${usage}`, ...(lines.length > 0 ? ['', ...lines] : [])].join('\n');
}
