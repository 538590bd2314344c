import { namingColumns } from '../imports/reading/column-name.js';
import type { HubCommand } from './command.js';
import { importOptionHelp, importOptions, importUsage, importWishes } from './import-options.js';
import { onlyArgument, required } from './read-option.js';

export const importSignatures: HubCommand = {
  name: 'import-signatures',
  summary: 'Enters a list of signatories, as CSV, as reported by the coordinator of an open statement.',
  usage: `import-signatures FILE --statement SLUG ${importUsage}`,
  takesArgument: true,
  options: { ...importOptions, statement: { type: 'string' } },
  optionHelp: {
    FILE: 'The list; spreadsheets must be saved as CSV.',
    '--statement SLUG': 'The statement; it must be open for signature.',
    ...importOptionHelp,
  },
  async run(invocation) {
    const { values, positionals } = invocation;
    const path = onlyArgument(positionals, 'the file to import');
    const slug = required(values, 'statement', 'the slug of the statement');
    const wishes = importWishes(values, [...namingColumns, 'capacity', 'signed', 'change', 'decision']);
    const { importSignatureList } = await import('./import-signature-list.js');
    await importSignatureList(path, slug, wishes, invocation);
  },
};
