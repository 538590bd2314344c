import { Refusal, Rights, type Service } from '@coalition-hub/subgraph';
import type { Loaders } from '../context.js';
import type { Tables } from '../entities/tables.js';
import type { SignatoriesTools } from '../tools.js';
import { ImportNotStored } from './import-not-stored.js';
import { importSignaturesCommand } from './import-signatures-command.js';
import type { ReportedSignature } from './reported-signature.js';
import type { RowOutcome } from './row-outcome.js';

export interface SignatureImport {
  /** False: nothing was changed, because it was only tried, a row was rejected, or nothing was new. */
  readonly stored: boolean;
  /** One per row, in their order: what became of it, or would have if it had been stored. */
  readonly rows: readonly RowOutcome[];
}

export interface ImportOptions {
  /** Says what an import would do. */
  readonly dryRun?: boolean;
  /** Stands in the audit entry. */
  readonly requestId: string;
}

/** How long an import waits for what was registered just before it, in ms. */
const patience = 30_000;

/**
 * Enters a list of signatures that a coordinator reports, in one transaction: all of what is new, or nothing. The same
 * list again changes nothing; signatures that stand, and those that were withdrawn, are left alone.
 *
 * @returns what became of the rows; a refusal where the statement is unknown or cannot be signed now
 */
export async function importSignatures(
  service: Service<Tables, Loaders, SignatoriesTools>,
  statementId: string,
  rows: readonly ReportedSignature[],
  { dryRun = false, requestId }: ImportOptions,
): Promise<SignatureImport | Refusal> {
  await service.projections.catchUp({ names: ['organisations', 'statements'], timeoutMs: patience });
  const answer = await service.run(
    importSignaturesCommand,
    { statementId, rows, dryRun },
    { personId: 'owner of the data folder', requestId, rights: Rights.owner },
  );
  if (answer instanceof ImportNotStored) return { stored: false, rows: answer.rows };
  return answer instanceof Refusal ? answer : { stored: true, rows: answer.rows };
}
