import type { Reads, Rights } from '@coalition-hub/subgraph';
import DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import type { Amendment } from '../types/amendment.js';
import { AmendmentState } from '../types/amendment-state.js';
import { type AmendmentRow, amendmentColumns, toAmendment } from './amendment-row.js';
import { openAmendments } from './open-amendments.js';

/** How an open amendment stands to the current revision and to other open ones. */
export interface AmendmentStanding {
  readonly id: string;
  /** Whether the current revision has the passage exactly once. */
  readonly applicable: boolean;
  /** Open amendments of which the current revision has the passage once, in a place that overlaps. */
  readonly conflictsWith: readonly Amendment[];
}

/** Standings of amendments by the id of their statement; those that are not open have none. */
export function amendmentStandings(reads: Reads<Tables>, rights: () => Promise<Rights>) {
  return new DataLoader(async (statementIds: readonly string[]) => {
    const rows = await placedAmendments(reads, await rights(), statementIds);
    const byStatement = Map.groupBy(rows, ({ statementId }) => statementId);
    return statementIds.map((id) => new Map(standingsOf(byStatement.get(id) ?? [])));
  });
}

interface PlacedRow extends AmendmentRow {
  /** Where the passage begins in the current text, from 1, and 0 if it is not there, in code points. */
  readonly place: number;
  readonly length: number;
  readonly again: boolean;
}

const place = sql<number>`strpos(revision.text, amendment.passage)`;

function placedAmendments(reads: Reads<Tables>, rights: Rights, statementIds: readonly string[]) {
  return openAmendments(reads, rights)
    .innerJoin('revision', (join) =>
      join
        .onRef('revision.statement_id', '=', 'statement.id')
        .onRef('revision.number', '=', 'statement.current_number'),
    )
    .where('amendment.statement_id', '=', (eb) => eb.fn.any(eb.val(statementIds)))
    .where('amendment.state', '=', AmendmentState.OPEN)
    .select(amendmentColumns)
    .select([
      place.as('place'),
      sql<number>`char_length(amendment.passage)`.as('length'),
      sql<boolean>`${place} > 0 and strpos(substr(revision.text, ${place} + 1), amendment.passage) > 0`.as(
        'again',
      ),
    ])
    .orderBy('amendment.proposed_at')
    .orderBy('amendment.id')
    .execute();
}

function standingsOf(rows: readonly PlacedRow[]): [string, AmendmentStanding][] {
  const placed = rows.map(({ place, length, again, ...row }) => ({
    amendment: toAmendment(row),
    applicable: place > 0 && !again,
    start: place,
    end: place + length,
  }));
  return placed.map((one) => {
    const conflicting = placed.filter(
      (other) =>
        one !== other && one.applicable && other.applicable && one.start < other.end && other.start < one.end,
    );
    const conflictsWith = conflicting.map(({ amendment }) => amendment);
    const { id } = one.amendment;
    return [id, { id, applicable: one.applicable, conflictsWith }];
  });
}
