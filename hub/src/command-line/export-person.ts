import type { HeldByService } from '../personal/export-person.js';
import type { HubCommand } from './command.js';
import { readMailbox } from './read-mailbox.js';

export const exportPerson: HubCommand = {
  name: 'export-person',
  summary: 'Prints all that is held about whoever has a mailbox.',
  usage: 'export-person --email ADDRESS [--json]',
  options: { email: { type: 'string' }, json: { type: 'boolean' } },
  optionHelp: {
    '--email ADDRESS': 'The mailbox.',
    '--json': 'Prints it as JSON.',
  },
  async run({ config, values, print }) {
    const email = await readMailbox(values);
    const { withPeople } = await import('../personal/with-people.js');
    const exporting = await import('../personal/export-person.js');
    const held = await withPeople(config, (running, identity) =>
      exporting.exportPerson(running, identity, email),
    );
    if (values['json'] === true) print(JSON.stringify(held));
    else for (const line of lines(held)) print(line);
  },
};

function lines(found: readonly HeldByService[]): string[] {
  if (found.length === 0) return ['Nothing is held about whoever has this mailbox.'];
  return found.flatMap(({ service, held }) =>
    held.flatMap(({ table, rows }) => [
      `${service}: ${table}`,
      ...rows.map((row) => `  ${JSON.stringify(row)}`),
    ]),
  );
}
