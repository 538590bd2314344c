import { namingColumns } from '../imports/reading/column-name.js';
import type { HubCommand } from './command.js';
import { importOptionHelp, importOptions, importUsage, importWishes } from './import-options.js';
import { onlyArgument, optional, required } from './read-option.js';

export const importOrganisations: HubCommand = {
  name: 'import-organisations',
  summary: 'Enters a list of organisations, as CSV, as members of a coalition.',
  usage: `import-organisations FILE --coalition SLUG [--coalition-name NAME] ${importUsage}`,
  takesArgument: true,
  options: { ...importOptions, coalition: { type: 'string' }, 'coalition-name': { type: 'string' } },
  optionHelp: {
    FILE: 'The list; spreadsheets must be saved as CSV.',
    '--coalition SLUG': 'The coalition; it is made if there is none with this slug.',
    '--coalition-name NAME': 'What it is called, if it is made; its slug unless told.',
    ...importOptionHelp,
  },
  async run(invocation) {
    const { values, positionals } = invocation;
    const path = onlyArgument(positionals, 'the file to import');
    const slug = required(values, 'coalition', 'the slug of the coalition');
    const coalition = { slug, name: optional(values, 'coalition-name') ?? slug };
    const wishes = importWishes(values, [...namingColumns, 'joined', 'change', 'decision']);
    const { importOrganisationList } = await import('./import-organisation-list.js');
    await importOrganisationList(path, coalition, wishes, invocation);
  },
};
