import { BadUsage, type HubCommand } from './command.js';
import { readMailbox } from './read-mailbox.js';

export const erasePerson: HubCommand = {
  name: 'erase-person',
  summary: 'Takes whoever has a mailbox out of the hub, for good.',
  usage: 'erase-person --email ADDRESS [--yes] [--json]',
  options: { email: { type: 'string' }, yes: { type: 'boolean' }, json: { type: 'boolean' } },
  optionHelp: {
    '--email ADDRESS': 'The mailbox.',
    '--yes': 'Does it; without it the command says what it would do.',
    '--json': 'Prints what was done as JSON.',
  },
  async run({ config, values, print, say }) {
    const email = await readMailbox(values);
    for (const line of whatItDoes) say(line);
    if (values['yes'] !== true) throw new BadUsage('Nothing was erased. Add --yes to do it.');
    const { withPeople } = await import('../personal/with-people.js');
    const erasing = await import('../personal/erase-person.js');
    const erased = await withPeople(config, (running, identity) =>
      erasing.erasePerson(running, identity, email),
    );
    const { revokedRoles, revokedMandates, rows } = erased;
    print(
      values['json'] === true
        ? JSON.stringify(erased)
        : `Erased: ${revokedRoles} roles and ${revokedMandates} mandates or offers taken away, ${rows} rows cleaned.`,
    );
  },
};

const whatItDoes = [
  'This takes away the roles and mandates of whoever has this mailbox, ends their sessions, forgets their passkeys and',
  'API keys, deletes their offers, claims and names, and puts "erased" where they stand in the audit and in events.',
  'What organisations decided and signed stands. It cannot be undone. Backups from before still have it.',
];
