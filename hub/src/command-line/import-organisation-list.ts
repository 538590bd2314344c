import { isSlug } from '@coalition-hub/subgraph';
import { withServices } from '../assembly/with-services.js';
import { type List, readList } from '../imports/reading/read-list.js';
import { type EnteredBodies, enterBodies } from '../imports/registry/enter-bodies.js';
import { counted } from '../imports/reporting/counted.js';
import { type PreparedImport, runImport } from '../imports/run-import.js';
import { BadUsage, type Invocation } from './command.js';
import type { ImportWishes } from './import-options.js';
import { printImport } from './print-import.js';
import { Progress } from './progress.js';

type Organisations = Parameters<typeof enterBodies>[0];

/** A coalition, and what it is to be called should it have to be made. */
export interface NamedCoalition {
  readonly slug: string;
  readonly name: string;
}

/** @throws BadUsage when the slug is none; HubError when the file cannot be read */
export async function importOrganisationList(
  path: string,
  coalition: NamedCoalition,
  wishes: ImportWishes,
  invocation: Invocation,
): Promise<void> {
  if (!isSlug(coalition.slug))
    throw new BadUsage('--coalition must be a slug: lower-case letters, digits and single hyphens.');
  const list = await readList(path, wishes.reading);
  await withServices(invocation.config, ({ subgraphs: { organisations } }) =>
    importList(organisations, list, coalition, wishes, invocation),
  );
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
