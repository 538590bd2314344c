import type { CommandScope } from '@coalition-hub/subgraph';
import type { OpenedWindow } from '../commands/freeze-list.js';
import type { Tables } from '../entities/tables.js';
import type { KnownOrganisation } from '../loaders/known-organisation.js';
import { type AdmissibleRow, admitRows } from './admit-rows.js';
import { type CleanRow, cleanRow, hasUsableId } from './clean-row.js';
import { earlierSignatures } from './earlier-signatures.js';
import { knownOrganisations } from './known-organisations.js';
import type { ReportedSignature } from './reported-signature.js';
import type { RowOutcome } from './row-outcome.js';

export interface EnteredRows {
  readonly outcomes: readonly RowOutcome[];
  readonly admitted: readonly (AdmissibleRow & { readonly signatureId: string })[];
}

const unknownOrganisation = 'The registry has no such organisation.';

/** Enters what is new of a reported list into an open window, and says of every row what became of it. */
export async function enterRows(
  scope: CommandScope<Tables>,
  window: OpenedWindow,
  rows: readonly ReportedSignature[],
): Promise<EnteredRows> {
  const outcomes: RowOutcome[] = [];
  const cleaned = firstOfEach(rows, window.now, outcomes);
  const signed = await earlierSignatures(scope.sql, window.statementId, cleaned);
  for (const [index, stands] of signed) outcomes[index] = { kind: stands ? 'ALREADY_SIGNED' : 'WITHDRAWN' };
  const unsigned = cleaned.filter(({ index }) => !signed.has(index));
  const admissible = await withRegistered(scope, unsigned, outcomes);
  const ids = await admitRows(scope, window, admissible);
  const admitted = admissible.flatMap((row) => {
    const signatureId = ids.get(row.index);
    outcomes[row.index] = signatureId ? { kind: 'ADMITTED', signatureId } : { kind: 'ALREADY_SIGNED' };
    return signatureId ? [{ ...row, signatureId }] : [];
  });
  return { outcomes, admitted };
}

/** Rows that name a signatory for the first time; of the others, `outcomes` says what is wrong with them. */
function firstOfEach(
  rows: readonly ReportedSignature[],
  now: string,
  outcomes: RowOutcome[],
): readonly CleanRow[] {
  const seen = new Set<string>();
  return rows.flatMap((row, index) => {
    const cleaned = cleanRow(row, index, now);
    if (typeof cleaned === 'string') {
      outcomes[index] = { kind: 'REJECTED', reason: cleaned };
      return [];
    }
    if (!hasUsableId(cleaned)) {
      outcomes[index] = { kind: 'REJECTED', reason: unknownOrganisation };
      return [];
    }
    if (seen.has(cleaned.key)) {
      outcomes[index] = { kind: 'REPEATED' };
      return [];
    }
    seen.add(cleaned.key);
    return [cleaned];
  });
}

async function withRegistered(
  { sql: db }: CommandScope<Tables>,
  rows: readonly CleanRow[],
  outcomes: RowOutcome[],
): Promise<readonly AdmissibleRow[]> {
  const known = await knownOrganisations(
    db,
    rows.flatMap(({ organisationId }) => organisationId ?? []),
  );
  return rows.flatMap((row) => {
    const admissible = completed(row, known);
    if (admissible === null) outcomes[row.index] = { kind: 'REJECTED', reason: unknownOrganisation };
    return admissible ?? [];
  });
}

function completed(row: CleanRow, known: ReadonlyMap<string, KnownOrganisation>): AdmissibleRow | null {
  if (row.organisationId === null) return { ...row, name: row.name ?? '', country: null, region: null };
  const organisation = known.get(row.organisationId);
  if (organisation === undefined) return null;
  const { name, country, region } = organisation;
  return { ...row, name: row.name ?? name, country, region };
}
