import { type Match, matchOrganisations } from '@coalition-hub/organisations';
import type { Subgraphs } from '../../assembly/subgraphs.js';
import type { PrintedRow } from '../planning/printed-row.js';

/** Rows asked for at a time. */
const batch = 200;

/** Looks rows up in the registry. @returns what each is, by line; people are not looked up */
export async function matchRows(
  { service }: Subgraphs['organisations'],
  rows: readonly PrintedRow[],
  onProgress: (done: number) => void,
): Promise<ReadonlyMap<number, Match>> {
  const bodies = rows.filter(({ capacity }) => capacity === null);
  const matches = new Map<number, Match>();
  for (let from = 0; from < bodies.length; from += batch) {
    const part = bodies.slice(from, from + batch);
    const found = await matchOrganisations(service.database.reads, part);
    for (const [index, { line }] of part.entries()) matches.set(line, found[index] ?? { unknown: true });
    onProgress(from + part.length);
  }
  return matches;
}
