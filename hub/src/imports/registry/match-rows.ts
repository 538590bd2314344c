import { type Match, matchOrganisations, type PrintedOrganisation } from '@coalition-hub/organisations';
import type { Subgraphs } from '../../assembly/subgraphs.js';
import type { RowMatches } from '../planning/plan-rows.js';
import type { ToldNames } from '../planning/printed-names.js';
import type { PrintedRow } from '../planning/printed-row.js';

/** Rows asked for at a time. */
const batch = 200;

/** Looks rows up in the registry. @returns what each is, by line; people are not looked up */
export async function matchRows(
  { service }: Subgraphs['organisations'],
  rows: readonly PrintedRow[],
  onProgress: (done: number) => void,
): Promise<ReadonlyMap<number, RowMatches>> {
  const bodies = rows.filter(({ capacity }) => capacity === null);
  const matches = new Map<number, RowMatches>();
  for (let from = 0; from < bodies.length; from += batch) {
    const part = bodies.slice(from, from + batch);
    const found = (await matchOrganisations(service.database.reads, part.flatMap(namesOf))).values();
    const next = (): Match => found.next().value ?? { unknown: true };
    for (const row of part) {
      const own = matchesOf(row, next);
      const { perhaps } = row;
      matches.set(row.line, perhaps === null ? own : { ...own, perhaps: matchesOf(perhaps, next) });
    }
    onProgress(from + part.length);
  }
  return matches;
}

/** In the order in which `matchesOf` takes the answers. */
function namesOf(row: PrintedRow): PrintedOrganisation[] {
  const readings = row.perhaps === null ? [row] : [row, { ...row, ...row.perhaps }];
  return readings.flatMap(namesOfReading);
}

/** Its name, then the others; another name has another acronym. */
function namesOfReading({ name, country, acronym, formerly, aka }: PrintedRow): PrintedOrganisation[] {
  return [{ name, country, acronym }, ...[...formerly, ...aka].map((other) => ({ name: other, country }))];
}

function matchesOf({ formerly, aka }: ToldNames, next: () => Match) {
  return { name: next(), others: [...formerly, ...aka].map(next) };
}
