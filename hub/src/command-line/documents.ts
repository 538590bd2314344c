import { BadUsage, type HubCommand } from './command.js';
import { optional } from './read-option.js';

export const documents: HubCommand = {
  name: 'documents',
  summary: 'Registers the operations of a client, which may then be named by their ids.',
  usage: 'documents FILE… [--name NAME]',
  takesArgument: true,
  options: { name: { type: 'string' } },
  optionHelp: {
    'FILE…': 'A manifest (JSON, from ids to documents), or .graphql files with one document each.',
    '--name NAME':
      'Whose they are; they replace all that was registered by this name. "documents" unless told.',
  },
  async run({ config, values, positionals, print, say }) {
    const name = optional(values, 'name') ?? 'documents';
    if (!/^[\w-]{1,60}$/.test(name)) throw new BadUsage('--name must be letters, digits, - and _.');
    if (positionals.length === 0) throw new BadUsage('Name the files that hold the documents.');
    const { writeDocuments } = await import('./write-documents.js');
    const { file, ids } = await writeDocuments(config, name, positionals);
    for (const id of ids) print(id);
    say(`Registered in ${file}; a hub takes them up when it starts.`);
  },
};
