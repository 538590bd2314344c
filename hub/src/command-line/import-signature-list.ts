import type { Subgraphs } from '../assembly/subgraphs.js';
import { withServices } from '../assembly/with-services.js';
import { HubError } from '../hub-error.js';
import { type List, readList } from '../imports/reading/read-list.js';
import { enterBodies } from '../imports/registry/enter-bodies.js';
import { counted } from '../imports/reporting/counted.js';
import { type PreparedImport, runImport } from '../imports/run-import.js';
import {
  enterSignatures,
  matchedIds,
  type ReportedCounts,
  unregisteredCount,
} from '../imports/signatures/enter-signatures.js';
import { statementId } from '../lookup/statement-id.js';
import type { Invocation } from './command.js';
import type { ImportWishes } from './import-options.js';
import { printImport } from './print-import.js';
import { Progress } from './progress.js';

/**
 * @param slug the statement's
 * @throws HubError when the file cannot be read, or the statement cannot be signed
 */
export async function importSignatureList(
  path: string,
  slug: string,
  wishes: ImportWishes,
  invocation: Invocation,
): Promise<void> {
  const list = await readList(path, wishes.reading);
  await withServices(invocation.config, async ({ subgraphs }) =>
    importList(subgraphs, list, await statementId(subgraphs.statements, slug), wishes, invocation),
  );
}

interface Entered {
  readonly registered: number;
  readonly renamed: number;
  readonly aliases: number;
  readonly signatures: ReportedCounts;
}

async function importList(
  subgraphs: Subgraphs,
  list: List,
  statement: string,
  wishes: ImportWishes,
  invocation: Invocation,
): Promise<void> {
  const progress = new Progress('looking up');
  const imported = await runImport(subgraphs.organisations, {
    list,
    ...wishes,
    lastDay: new Date().toISOString().slice(0, 10),
    onProgress: (done) => progress.update(done),
    enter: (prepared) => enter(subgraphs, statement, prepared, wishes.dryRun),
  }).finally(() => progress.end());
  const { entered, rows } = imported;
  const fresh = wishes.dryRun ? unregisteredCount(rows) : 0;
  await printImport(imported, wishes, entered, sentences(entered, fresh, wishes.dryRun), invocation);
}

/**
 * Tries the signatures first: organisations must not be registered for a statement that cannot be signed. They come in
 * a transaction of their own, before the signatures; whatever ends the import between the two, the same list again
 * completes it.
 * @throws HubError where the signatures are refused, with what was registered before them
 */
async function enter(
  { organisations, signatories }: Subgraphs,
  statement: string,
  { rows }: PreparedImport,
  dryRun: boolean,
): Promise<{ entered: Entered; idsByLine: ReadonlyMap<number, string> }> {
  const known = matchedIds(rows);
  const tried = await enterSignatures(signatories, statement, rows, known, true);
  if (dryRun)
    return { entered: { registered: 0, renamed: 0, aliases: 0, signatures: tried }, idsByLine: known };
  const { registered, renamed, aliases, idsByLine } = await enterBodies(organisations, rows, null);
  const signatures = await enterSignatures(signatories, statement, rows, idsByLine, false).catch(
    (error: unknown) => {
      throw error instanceof HubError ? halfway(error, registered, renamed, aliases) : error;
    },
  );
  return { entered: { registered, renamed, aliases, signatures }, idsByLine };
}

function halfway(error: HubError, registered: number, renamed: number, aliases: number): HubError {
  if (registered + renamed + aliases === 0) return error;
  const were = (count: number, what: string) => `${counted(count, what)} ${count === 1 ? 'was' : 'were'}`;
  const kept = `${were(registered, 'organisation')} registered and ${renamed} renamed before that, and stay so`;
  return new HubError(`${error.message} ${kept}; the same import again completes it.`, { cause: error });
}

/** @param fresh signatures of organisations that a dry run does not register */
function sentences(
  { registered, renamed, aliases, signatures }: Entered,
  fresh: number,
  dryRun: boolean,
): string[] {
  const { admitted, alreadySigned, withdrawn } = signatures;
  const would = dryRun ? 'Would enter' : 'Entered';
  const said = [
    `${would} ${counted(admitted + fresh, 'signature')} as reported by the coordinator`,
    ...(alreadySigned > 0 ? [`${alreadySigned} were there already`] : []),
    ...(withdrawn > 0 ? [`${withdrawn} had been withdrawn and stay so`] : []),
  ];
  const signed = `${said.join('; ')}.`;
  return dryRun
    ? [signed]
    : [
        `Registered ${counted(registered, 'organisation')}, renamed ${renamed}, remembered ${counted(aliases, 'other name')}.`,
        signed,
      ];
}
