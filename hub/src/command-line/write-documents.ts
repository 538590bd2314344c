import { publicSchema, readContract } from '@coalition-hub/schema';
import { systemClock } from '@coalition-hub/subgraph';
import type { Config } from '../config.js';
import { openDataFolder } from '../data-folder/data-folder.js';
import { readDocuments, writeManifest } from '../documents/register-documents.js';
import { openGuests } from '../guests/open-guests.js';

/** @returns where they were registered, and their ids */
export async function writeDocuments(
  { dataDir, guests, documents }: Config,
  name: string,
  files: readonly string[],
): Promise<{ file: string; ids: readonly string[] }> {
  const folder = await openDataFolder(dataDir);
  const { supergraph } = await openGuests(guests, await readContract(), { folder, clock: systemClock });
  const manifest = await readDocuments(files, publicSchema(supergraph));
  return { file: await writeManifest(documents, name, manifest), ids: Object.keys(manifest) };
}
