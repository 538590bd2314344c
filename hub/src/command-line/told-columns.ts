import { type ColumnName, columnNames } from '../imports/reading/column-name.js';
import type { ToldColumns } from '../imports/reading/columns.js';
import { BadUsage } from './command.js';

/**
 * Reads `--column name=Organización`, given once or several times.
 * @throws BadUsage
 */
export function toldColumns(options: readonly string[]): ToldColumns {
  const told = new Map<ColumnName, string>();
  for (const option of options) {
    const [, column = '', header = ''] = /^([^=]*)=(.*)$/s.exec(option) ?? [];
    if (!isColumnName(column) || header.trim() === '') {
      throw new BadUsage(
        `--column must look like name=Organización or country=3; before the "=" it is one of: ${columnNames.join(', ')}.`,
      );
    }
    told.set(column, header.trim());
  }
  return told;
}

function isColumnName(text: string): text is ColumnName {
  return (columnNames as readonly string[]).includes(text);
}
