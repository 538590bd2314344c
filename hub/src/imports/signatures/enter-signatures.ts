import { importSignatures, type ReportedSignature, type RowOutcome } from '@coalition-hub/signatories';
import { Refusal, systemRandom } from '@coalition-hub/subgraph';
import type { Subgraphs } from '../../assembly/subgraphs.js';
import { HubError } from '../../hub-error.js';
import type { PlannedRow } from '../planning/plan-rows.js';
import type { PrintedRow } from '../planning/printed-row.js';

/** What became of the signatures that a list reports. */
export interface ReportedCounts {
  readonly admitted: number;
  /** Stand already, and were left as they are. */
  readonly alreadySigned: number;
  /** Were taken back by their signatories, and not brought again. */
  readonly withdrawn: number;
}

/**
 * Enters signatures of a list as reported by the coordinator, in one transaction; with `dryRun` only says what that
 * would do.
 * @param idsByLine the organisations of lines; a line without one is left out, a person needs none
 * @throws HubError where the statement cannot be signed now; then nothing was stored
 */
export async function enterSignatures(
  { service }: Subgraphs['signatories'],
  statementId: string,
  rows: readonly PlannedRow[],
  idsByLine: ReadonlyMap<number, string>,
  dryRun: boolean,
): Promise<ReportedCounts> {
  const lines = rows.flatMap((planned) => lineOf(planned, idsByLine));
  const reported = lines.map(({ signature }) => signature);
  const requestId = systemRandom.uuid('request');
  const answer = await importSignatures(service, statementId, reported, { dryRun, requestId });
  if (answer instanceof Refusal) throw new HubError(`Nothing can be signed: ${answer.message}`);
  const at = answer.rows.findIndex(({ kind }) => kind === 'REJECTED');
  const fault = answer.rows[at];
  if (fault?.kind === 'REJECTED') {
    throw new HubError(`No signature was stored: line ${lines[at]?.line} cannot be entered. ${fault.reason}`);
  }
  return countsOf(answer.rows);
}

interface ReportedLine {
  readonly line: number;
  readonly signature: ReportedSignature;
}

/** Lines that repeat another one sign once. */
function lineOf({ row, outcome }: PlannedRow, idsByLine: ReadonlyMap<number, string>): ReportedLine[] {
  if (outcome.kind !== 'NEW' && outcome.kind !== 'MATCHED' && outcome.kind !== 'PERSON') return [];
  const { line, name, capacity, day: signedOn } = row as PrintedRow;
  if (capacity !== null) return [{ line, signature: { person: { name, capacity }, signedOn } }];
  const organisationId = idsByLine.get(line);
  return organisationId === undefined
    ? []
    : [{ line, signature: { organisationId, nameAsSigned: name, signedOn } }];
}

function countsOf(rows: readonly RowOutcome[]): ReportedCounts {
  const count = (kind: RowOutcome['kind']) => rows.filter((row) => row.kind === kind).length;
  return {
    admitted: count('ADMITTED'),
    alreadySigned: count('ALREADY_SIGNED') + count('REPEATED'),
    withdrawn: count('WITHDRAWN'),
  };
}

/** The organisations of lines that the registry has already. */
export function matchedIds(rows: readonly PlannedRow[]): ReadonlyMap<number, string> {
  return new Map(
    rows.flatMap(({ row, outcome }) =>
      outcome.kind === 'MATCHED' ? [[row.line, outcome.organisationId] as const] : [],
    ),
  );
}
