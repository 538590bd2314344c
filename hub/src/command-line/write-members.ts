import { withServices } from '../assembly/with-services.js';
import { memberColumns, memberRows } from '../exports/member-rows.js';
import { type ExportFormat, writeRows } from '../exports/write-rows.js';
import type { Invocation } from './command.js';

/** Which members to write, and how. */
export interface WantedMembers {
  /** The coalition's. */
  readonly slug: string;
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly format: ExportFormat;
}

/** @throws HubError when there is no such coalition */
export async function writeMembers(
  { slug, asOf, format }: WantedMembers,
  { config, write }: Invocation,
): Promise<void> {
  await withServices(config, async ({ subgraphs }) =>
    writeRows(await memberRows(subgraphs.organisations, slug, asOf), memberColumns, format, write),
  );
}
