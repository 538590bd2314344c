import {
  type Command,
  type CommandInput,
  holdMerges,
  InvalidInput,
  isUuid,
  type NewEvent,
  refuse,
} from '@coalition-hub/subgraph';
import type { OpenedWindow } from '../commands/freeze-list.js';
import { openWindow } from '../commands/open-window.js';
import { holdWindow } from '../commands/window-lock.js';
import type { Tables } from '../entities/tables.js';
import { canImportSignatures } from '../policies/can-import-signatures.js';
import { type EnteredRows, enterRows } from './enter-rows.js';
import { ImportNotStored } from './import-not-stored.js';
import type { ReportedSignature } from './reported-signature.js';
import type { RowOutcome } from './row-outcome.js';
import { underSurvivors } from './under-survivors.js';

export interface ImportSignaturesInput extends CommandInput {
  readonly statementId: string;
  readonly rows: readonly ReportedSignature[];
  /** Does everything, then takes it back. */
  readonly dryRun: boolean;
}

export class ImportSignaturesSuccess {
  rows!: readonly RowOutcome[];
}

/** More than any list of signatories that a coordinator keeps by hand. */
const mostRows = 100_000;

/** Of the command line only: no mutation leads here. */
export const importSignaturesCommand: Command<
  Tables,
  ImportSignaturesInput,
  { readonly id: string },
  ImportSignaturesSuccess
> = {
  name: 'importSignatures',
  subject: 'statement',
  success: ImportSignaturesSuccess,
  async load({ sql: db }, { statementId }) {
    if (!isUuid(statementId)) return null;
    const statement = await db
      .selectFrom('known_statement')
      .select('id')
      .where('id', '=', statementId)
      .executeTakeFirst();
    return statement ?? null;
  },
  policy: canImportSignatures,
  async change(scope, { id }, { rows, dryRun }) {
    if (rows.length > mostRows)
      refuse(new InvalidInput('rows', `An import may have ${mostRows} rows at most.`));
    await holdMerges(scope.sql);
    await holdWindow(scope, id);
    const window = await openWindow(scope, id);
    const { outcomes, admitted } = await enterRows(scope, window, await underSurvivors(scope.sql, rows));
    const faulty = outcomes.some(({ kind }) => kind === 'REJECTED');
    if (dryRun || faulty || admitted.length === 0) refuse(new ImportNotStored(outcomes));
    for (const row of admitted) scope.emit(told(window, row));
    return Object.assign(new ImportSignaturesSuccess(), { rows: outcomes });
  },
};

function told(
  { statementId, revisionId }: OpenedWindow,
  { signatureId, organisationId, country, region }: EnteredRows['admitted'][number],
): NewEvent {
  const subject = signatureId;
  return organisationId === null
    ? { type: 'PERSON_SIGNATURE_ADMITTED', subject, data: { signatureId, statementId, revisionId } }
    : {
        type: 'SIGNATURE_ADMITTED',
        subject,
        data: { signatureId, statementId, organisationId, revisionId, country, region, reported: true },
      };
}
