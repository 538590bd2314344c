/** An error without its message, which may quote the data that caused it. */
export interface Fault {
  readonly name: string;
  /** SQLSTATE or Node's error code. */
  readonly code?: string;
  /** Name of the violated constraint. */
  readonly constraint?: string;
  /** Stack frames, innermost first. */
  readonly at: readonly string[];
}

/** Describes an error for logs. */
export function faultOf(error: unknown): Fault {
  // Not `instanceof`: errors of Node itself belong to another realm where code runs in a `vm` context.
  if (typeof error !== 'object' || error === null) return { name: typeof error, at: [] };
  return {
    name: textOf(error, 'name') ?? 'object',
    ...named(error, 'code'),
    ...named(error, 'constraint'),
    at: framesOf(textOf(error, 'stack') ?? ''),
  };
}

function named(error: object, property: 'code' | 'constraint'): { [key in typeof property]?: string } {
  const text = textOf(error, property);
  return text === undefined ? {} : { [property]: text };
}

function textOf(error: object, property: string): string | undefined {
  const value = (error as Readonly<Record<string, unknown>>)[property];
  return typeof value === 'string' ? value : undefined;
}

function framesOf(stack: string): string[] {
  return stack
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at .*(:\d+:\d+\)?|<anonymous>\)?|\(native\))$/.test(line))
    .slice(0, 8);
}
