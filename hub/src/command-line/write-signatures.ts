import { withServices } from '../assembly/with-services.js';
import { signatureColumns, signatureRows } from '../exports/signature-rows.js';
import { type ExportFormat, writeRows } from '../exports/write-rows.js';
import { statementId } from '../lookup/statement-id.js';
import { wasDelivered } from '../lookup/was-delivered.js';
import type { Invocation } from './command.js';

/** Which signatures to write, and how. */
export interface WantedSignatures {
  /** The statement's. */
  readonly slug: string;
  readonly list: 'CURRENT' | 'AT_DELIVERY';
  readonly format: ExportFormat;
}

/** @throws HubError when there is no such statement */
export async function writeSignatures(
  { slug, list, format }: WantedSignatures,
  { config, write, say }: Invocation,
): Promise<void> {
  await withServices(config, async ({ subgraphs }) => {
    const id = await statementId(subgraphs.statements, slug);
    if (list === 'AT_DELIVERY' && !(await wasDelivered(subgraphs.signatories, id)))
      say(
        `"${slug}" was not delivered yet, so there is no list of a delivery; --list current has the signatures.`,
      );
    await writeRows(signatureRows(subgraphs.signatories, id, list), signatureColumns, format, write);
  });
}
