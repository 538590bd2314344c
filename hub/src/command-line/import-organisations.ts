import { isSlug } from '@coalition-hub/subgraph';
import { withServices } from '../assembly/with-services.js';
import { namingColumns } from '../imports/reading/column-name.js';
import { type List, readList } from '../imports/reading/read-list.js';
import { type EnteredBodies, enterBodies } from '../imports/registry/enter-bodies.js';
import { counted } from '../imports/reporting/counted.js';
import { type PreparedImport, runImport } from '../imports/run-import.js';
import { BadUsage, type HubCommand, type Invocation } from './command.js';
import {
  type ImportWishes,
  importOptionHelp,
  importOptions,
  importUsage,
  importWishes,
} from './import-options.js';
import { printImport } from './print-import.js';
import { Progress } from './progress.js';
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
    const { config, values, positionals } = invocation;
    const path = onlyArgument(positionals, 'the file to import');
    const coalition = coalitionOf(required(values, 'coalition', 'the slug of the coalition'), values);
    const wishes = importWishes(values, [...namingColumns, 'joined', 'change', 'decision']);
    const list = await readList(path, wishes.reading);
    await withServices(config, ({ subgraphs: { organisations } }) =>
      importList(organisations, list, coalition, wishes, invocation),
    );
  },
};

type Organisations = Parameters<typeof enterBodies>[0];

interface NamedCoalition {
  readonly slug: string;
  readonly name: string;
}

function coalitionOf(slug: string, values: Invocation['values']): NamedCoalition {
  if (!isSlug(slug))
    throw new BadUsage('--coalition must be a slug: lower-case letters, digits and single hyphens.');
  return { slug, name: optional(values, 'coalition-name') ?? slug };
}

async function importList(
  organisations: Organisations,
  list: List,
  coalition: NamedCoalition,
  wishes: ImportWishes,
  invocation: Invocation,
): Promise<void> {
  const progress = new Progress('looking up');
  const imported = await runImport(organisations, {
    list,
    ...wishes,
    lastDay: null,
    onProgress: (done) => progress.update(done),
    async enter({ rows }: PreparedImport) {
      if (wishes.dryRun) return { entered: null, idsByLine: new Map<number, string>() };
      const entered = await enterBodies(organisations, rows, coalition);
      return { entered, idsByLine: entered.idsByLine };
    },
  }).finally(() => progress.end());
  const { entered } = imported;
  const changes = entered === null ? null : changesOf(entered);
  await printImport(
    imported,
    wishes,
    changes,
    entered === null ? [] : [sentence(entered, coalition)],
    invocation,
  );
}

function changesOf({ registered, renamed, aliases, admitted, ended, coalitionCreated }: EnteredBodies) {
  return { registered, renamed, aliases, admitted, ended, coalitionCreated };
}

function sentence(
  { registered, renamed, aliases, admitted, ended, coalitionCreated }: EnteredBodies,
  { slug }: NamedCoalition,
): string {
  const made = coalitionCreated ? `The coalition "${slug}" was created. ` : '';
  return `${made}Registered ${counted(registered, 'organisation')}, renamed ${renamed}, remembered ${counted(aliases, 'other name')}, admitted ${counted(admitted, 'member')} to "${slug}"${ended === 0 ? '' : `, ended ${counted(ended, 'membership')}`}.`;
}
