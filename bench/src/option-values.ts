/** A command line that cannot be followed; the message says what to change. */
export class UsageError extends Error {}

/** @throws {UsageError} */
export function numberIn(option: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (value >= least && value <= most) return value;
  throw new UsageError(`${option} has to be a number from ${least} to ${most}, and "${text}" is not.`);
}

/** @throws {UsageError} */
export function wholeNumberIn(option: string, text: string, least: number, most: number): number {
  const value = numberIn(option, text, least, most);
  if (Number.isInteger(value)) return value;
  throw new UsageError(`${option} has to be a whole number, and "${text}" is not.`);
}
