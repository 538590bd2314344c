import { type RegistryImport, type RegistryImported, registerMany } from '@coalition-hub/organisations';
import { Refusal, systemRandom } from '@coalition-hub/subgraph';
import type { Subgraphs } from '../../assembly/subgraphs.js';
import { HubError } from '../../hub-error.js';
import type { PlannedRow } from '../planning/plan-rows.js';
import type { PrintedRow } from '../planning/printed-row.js';

export interface EnteredBodies extends Omit<RegistryImported, 'organisationIds'> {
  /** The organisation of each line that has one now. */
  readonly idsByLine: ReadonlyMap<number, string>;
}

/** Enters what is new and what is known of a list, in one transaction. @throws HubError where nothing was stored */
export async function enterBodies(
  { service }: Subgraphs['organisations'],
  rows: readonly PlannedRow[],
  coalition: RegistryImport['coalition'],
): Promise<EnteredBodies> {
  const entered = rows.flatMap(enteredRow);
  const bodies = entered.map(({ row, organisationId }) => bodyOf(row, organisationId));
  const answer = await registerMany(service, { bodies, coalition }, systemRandom.uuid('request'));
  if (answer instanceof Refusal) throw new HubError(`Nothing was stored: ${answer.message}`);
  const { organisationIds, ...changes } = answer;
  const idsByLine = new Map(entered.map(({ row }, index) => [row.line, organisationIds[index] ?? '']));
  return { ...changes, idsByLine: withRepeats(rows, idsByLine) };
}

function enteredRow({ row, outcome }: PlannedRow): { row: PrintedRow; organisationId: string | null }[] {
  if (outcome.kind === 'NEW') return [{ row: row as PrintedRow, organisationId: null }];
  if (outcome.kind !== 'MATCHED') return [];
  return [{ row: row as PrintedRow, organisationId: outcome.organisationId }];
}

function bodyOf({ name, country, acronym, day }: PrintedRow, organisationId: string | null) {
  return { organisationId, name, country, acronym, joinedOn: day };
}

/** Lines that repeat another one have what that one has. */
function withRepeats(
  rows: readonly PlannedRow[],
  ids: ReadonlyMap<number, string>,
): ReadonlyMap<number, string> {
  const all = new Map(ids);
  for (const { row, outcome } of rows) {
    const id = outcome.kind === 'REPEATED' ? all.get(outcome.of) : undefined;
    if (id !== undefined) all.set(row.line, id);
  }
  return all;
}
