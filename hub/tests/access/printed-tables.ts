import { everybody, type Person, people } from './access-people.js';
import { changing, reading } from './access-table.js';

const columns = everybody.map((person) => people[person]);

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [headings, headings.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const cells = (allowed: readonly Person[]) =>
  everybody.map((person) => (allowed.includes(person) ? 'yes' : ''));

/** As docs/access.md shows it. */
export function readingTable(): string {
  const rows = reading.map(({ what, readers, through }) => [
    what,
    ...cells(readers),
    through.map((field) => `\`${field}\``).join(' '),
  ]);
  return table(['to read', ...columns, 'through'], rows);
}

export function changingTable(): string {
  return table(
    ['to change', ...columns],
    changing.map(({ change, allowed }) => [
      `\`${change.split(':')[0]}\`${change.slice(change.split(':')[0]?.length)}`,
      ...cells(allowed),
    ]),
  );
}
