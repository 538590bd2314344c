import { type RegistryImport, type RegistryImported, registerMany } from '@coalition-hub/organisations';
import { Refusal, systemRandom } from '@coalition-hub/subgraph';
import type { Subgraphs } from '../../assembly/subgraphs.js';
import { HubError } from '../../hub-error.js';
import type { PlannedRow } from '../planning/plan-rows.js';
import { firstLineOf, listedBodies, printedBody } from './listed-bodies.js';

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
  const listed = listedBodies(rows);
  const bodies = listed.map(printedBody);
  const answer = await registerMany(service, { bodies, coalition }, systemRandom.uuid('request'));
  if (answer instanceof Refusal) throw new HubError(`Nothing was stored: ${answer.message}`);
  const { organisationIds, ...changes } = answer;
  const ids = new Map(listed.map(({ line }, index) => [line, organisationIds[index] ?? '']));
  return { ...changes, idsByLine: idsOfLines(rows, ids) };
}

/** Lines that speak of another line's body have what that one has. */
function idsOfLines(
  rows: readonly PlannedRow[],
  ids: ReadonlyMap<number, string>,
): ReadonlyMap<number, string> {
  return new Map(
    rows.flatMap((planned) => {
      const id = ids.get(firstLineOf(planned));
      return id === undefined ? [] : [[planned.row.line, id] as const];
    }),
  );
}
