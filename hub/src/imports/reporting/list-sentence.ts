import type { List } from '../reading/read-list.js';
import { plain } from './plain.js';

const mostNamed = 10;

/** How a list was read: what a person must know who wonders where a column has gone. */
export function listSentence({ encoding, columns, unreadColumns, hasHeaders }: List): string {
  const headers = hasHeaders ? '' : ' (no headers that are known: taken by what is in them)';
  const unread = unreadColumns.slice(0, mostNamed).map((header) => `"${plain(header.trim())}"`);
  const more = unreadColumns.length > mostNamed ? ', …' : '';
  const left = unread.length > 0 ? `; not read: ${unread.join(', ')}${more}` : '';
  return `Read as ${encoding}, columns: ${columns.join(', ')}${headers}${left}.`;
}
