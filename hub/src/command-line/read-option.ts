import { BadUsage, type OptionValues } from './command.js';

/** Without the dashes npm takes the options for its own, and leaves their values behind as arguments. */
export const behindDashes = 'With npm, options come behind two dashes: npm run hub -- <command> <options>.';

/** @throws BadUsage where the option is not given, or empty */
export function required(values: OptionValues, name: string, what: string): string {
  const value = optional(values, name);
  if (value === undefined) throw new BadUsage(`--${name} must be given: ${what}.`);
  return value;
}

export function optional(values: OptionValues, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** @throws BadUsage for anything but one of the words; the first one is taken where none is given */
export function oneOf<Word extends string>(
  values: OptionValues,
  name: string,
  words: readonly [Word, ...Word[]],
): Word {
  const value = values[name];
  if (value === undefined) return words[0];
  const word = words.find((known) => known === value);
  if (word === undefined) throw new BadUsage(`--${name} must be one of: ${words.join(', ')}.`);
  return word;
}

/** @throws BadUsage where there is not exactly one argument */
export function onlyArgument(positionals: readonly string[], what: string): string {
  const [argument, ...others] = positionals;
  if (argument === undefined || argument.trim() === '') throw new BadUsage(`Name ${what}.`);
  if (others.length > 0)
    throw new BadUsage(
      `Only one can be named; put "${positionals.join(' ')}" in quotation marks if it is ${what}. ${behindDashes}`,
    );
  return argument;
}

/** A day, `YYYY-MM-DD`. @throws BadUsage */
export function day(value: string, name: string): string {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : null;
  if (date !== null && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)) return value;
  throw new BadUsage(`--${name} must be a day such as 2026-09-27.`);
}
