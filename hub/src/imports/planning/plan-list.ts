import type { Match } from '@coalition-hub/organisations';
import type { Subgraphs } from '../../assembly/subgraphs.js';
import { hasCodes } from '../countries/has-codes.js';
import type { List } from '../reading/read-list.js';
import { matchRows } from '../registry/match-rows.js';
import { bodiesById, idsByReference, type RegisteredBody } from '../registry/registered-body.js';
import { type PlannedRow, planRows, type RowMatches } from './plan-rows.js';
import { isUnreadable, type PrintedRow, printedRow } from './printed-row.js';

/** What an import would do with a list, and the organisations that it speaks of. */
export interface ListPlan {
  readonly rows: readonly PlannedRow[];
  readonly bodies: ReadonlyMap<string, RegisteredBody>;
}

export interface PlanOptions {
  readonly acceptDoubtful: boolean;
  /** See `printedRow`. */
  readonly lastDay: string | null;
  /** Told how many rows have been looked up. */
  readonly onProgress: (done: number) => void;
}

/** Looks a list up in the registry and says of each row what becomes of it. */
export async function planList(
  organisations: Subgraphs['organisations'],
  list: List,
  { acceptDoubtful, lastDay, onProgress }: PlanOptions,
): Promise<ListPlan> {
  const naIsNamibia = hasCodes(list);
  const rows = list.rows.map((row) => printedRow(row, lastDay, naIsNamibia));
  const readable = rows.filter((row): row is PrintedRow => !isUnreadable(row));
  const decided = await idsByReference(organisations, readable.flatMap(decisionOf));
  const matches = await matchRows(organisations, readable, onProgress);
  const bodies = await bodiesById(organisations, [
    ...decided.values(),
    ...[...matches.values()].flatMap(idsOfRow),
  ]);
  return { rows: planRows(rows, { matches, decided, bodies, acceptDoubtful }), bodies };
}

function decisionOf({ decision }: PrintedRow): string[] {
  return decision !== null && 'as' in decision ? [decision.as] : [];
}

function idsOfRow({ name, others, perhaps }: RowMatches): string[] {
  const further = perhaps === undefined ? [] : [perhaps.name, ...perhaps.others];
  return [name, ...others, ...further].flatMap(idsOf);
}

function idsOf(match: Match): string[] {
  if ('certain' in match) return [match.certain];
  return 'doubtful' in match ? match.doubtful.map(({ organisationId }) => organisationId) : [];
}
