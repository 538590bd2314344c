import { readFile } from 'node:fs/promises';
import { coalitionPermissions as events } from '@coalition-hub/events';
import { coalitionPermissions as organisations } from '@coalition-hub/organisations';
import { coalitionPermissions as signatories } from '@coalition-hub/signatories';
import { coalitionPermissions as statements } from '@coalition-hub/statements';
import { expect, test } from '@jest/globals';

const roles = ['COORDINATOR', 'OFFICER', 'EDITOR', 'TRANSLATOR', 'OBSERVER'];

const document = new URL('../../docs/access.md', import.meta.url);

/** Rows of the table, as the services declare what roles may do. */
function declared(): string[] {
  const all = [organisations, statements, signatories, events];
  return all
    .flatMap((permissions) => Object.entries<readonly string[]>(permissions))
    .map(
      ([action, may]) =>
        `| ${[action, ...roles.map((role) => (may.includes(role) ? 'yes' : ''))].join(' | ')} |`,
    );
}

test('docs/access.md says of each role what the services allow', async () => {
  const text = await readFile(document, 'utf8');
  const [, table = ''] = text.split('| in a coalition |');
  const [, ...rows] = (table.split('\n\n')[0] ?? '').trimEnd().split('\n');
  expect(rows.slice(1)).toEqual(declared());
});
