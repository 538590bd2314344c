import { importSignatures, type ReportedSignature, type RowOutcome } from '@coalition-hub/signatories';
import { Refusal, systemRandom } from '@coalition-hub/subgraph';
import type { Subgraphs } from '../../assembly/subgraphs.js';
import { HubError } from '../../hub-error.js';
import { inTime } from '../planning/in-time.js';
import type { PlannedRow } from '../planning/plan-rows.js';
import type { PrintedRow } from '../planning/printed-row.js';
import { staysOf } from '../planning/stays.js';
import { type ListedRows, listedBodies } from '../registry/listed-bodies.js';

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
  const lines = [...listedBodies(rows).flatMap((body) => lineOf(body, idsByLine)), ...personsOf(rows)];
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

/** A body signs once, when its last stay on the list began and under the name that stood there; who is gone does not. */
function lineOf({ line: first, rows }: ListedRows, idsByLine: ReadonlyMap<number, string>): ReportedLine[] {
  const stay = staysOf(rows.map(({ row }) => row)).at(-1);
  const organisationId = idsByLine.get(first);
  const signing = rows.find(({ row }) => row.line === stay?.line);
  if (organisationId === undefined || signing === undefined || stay?.endedOn !== null) return [];
  const { line, printed: nameAsSigned } = signing.row;
  return [{ line, signature: { organisationId, nameAsSigned, signedOn: stay.joinedOn } }];
}

/** People who are on the list at its end; a repeat is found where they are entered. */
function personsOf(planned: readonly PlannedRow[]): ReportedLine[] {
  const rows = inTime(
    planned.flatMap(({ row, outcome }) => (outcome.kind === 'PERSON' ? [row as PrintedRow] : [])),
  );
  const keyOf = ({ name, capacity }: PrintedRow) => JSON.stringify([name, capacity]);
  const last = new Map(rows.map((row) => [keyOf(row), row.change]));
  return rows
    .filter((row) => row.change !== 'LEFT' && last.get(keyOf(row)) !== 'LEFT')
    .map(({ line, name, capacity, day: signedOn }) => ({
      line,
      signature: { person: { name, capacity: capacity ?? '' }, signedOn },
    }));
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
    listedBodies(rows).flatMap(({ line, organisationId }) =>
      organisationId === null ? [] : [[line, organisationId] as const],
    ),
  );
}

/** How many signatures there would be of organisations that the registry does not have yet. */
export function unregisteredCount(rows: readonly PlannedRow[]): number {
  const fresh = listedBodies(rows).filter(({ organisationId }) => organisationId === null);
  return fresh.flatMap((body) => lineOf(body, new Map([[body.line, 'new']]))).length;
}
