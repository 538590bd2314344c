import type { ParseArgsOptionsConfig } from 'node:util';
import type { ColumnName } from '../imports/reading/column-name.js';
import type { ReadingOptions } from '../imports/reading/read-list.js';
import { BadUsage, type OptionValues } from './command.js';
import { optional } from './read-option.js';
import { toldColumns } from './told-columns.js';

/** Options of every import. */
export const importOptions = {
  'dry-run': { type: 'boolean' },
  column: { type: 'string', multiple: true },
  encoding: { type: 'string' },
  'accept-doubtful': { type: 'boolean' },
  doubtful: { type: 'string' },
  json: { type: 'boolean' },
} satisfies ParseArgsOptionsConfig;

export const importOptionHelp = {
  '--dry-run': 'Says of every row what would become of it, and enters nothing.',
  '--column name=HEADER': 'Which column is which, by header or number; "-" for none. Can be repeated.',
  '--encoding LABEL': 'Such as windows-1250, where letters come out wrong; guessed unless told.',
  '--accept-doubtful': 'Enters doubtful rows as organisations of their own; left out unless told.',
  '--doubtful FILE': 'Writes doubtful rows to a new file, to be decided by a person and imported again.',
  '--json': 'Prints what became of the rows as JSON.',
};

export const importUsage =
  '[--dry-run] [--column name=HEADER]… [--encoding LABEL] [--accept-doubtful] [--doubtful FILE] [--json]';

/** What an import was told besides its file. */
export interface ImportWishes {
  readonly reading: ReadingOptions;
  readonly dryRun: boolean;
  readonly acceptDoubtful: boolean;
  readonly doubtfulPath: string | undefined;
  readonly json: boolean;
}

/** @throws BadUsage */
export function importWishes(values: OptionValues, columns: readonly ColumnName[]): ImportWishes {
  const told = values['column'];
  return {
    reading: {
      columns,
      told: toldColumns(Array.isArray(told) ? told : []),
      encoding: encodingOf(optional(values, 'encoding')),
    },
    dryRun: values['dry-run'] === true,
    acceptDoubtful: values['accept-doubtful'] === true,
    doubtfulPath: optional(values, 'doubtful'),
    json: values['json'] === true,
  };
}

function encodingOf(label: string | undefined): string | undefined {
  try {
    return label === undefined ? undefined : new TextDecoder(label).encoding;
  } catch {
    throw new BadUsage(
      `--encoding cannot be "${label}"; try windows-1252, windows-1250, iso-8859-2 or utf-8.`,
    );
  }
}
