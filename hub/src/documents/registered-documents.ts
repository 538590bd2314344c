import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RegisteredDocuments } from '@coalition-hub/gateway';
import type { Config } from '../config.js';
import { HubError } from '../hub-error.js';
import { readManifest } from './manifest.js';

/**
 * All documents in the manifests (`*.json`) of the folder. It need not be there unless only its documents are run.
 * @throws HubError in one plain sentence
 */
export async function readRegisteredDocuments({
  documents: folder,
  operations,
}: Config): Promise<RegisteredDocuments> {
  const byId = new Map<string, string>();
  for (const file of await manifestsIn(folder)) {
    const manifest = readManifest(await readFile(file, 'utf8').catch(unreadable(file)));
    if (manifest === null)
      throw new HubError(
        `Not every id in ${file} is that of its document: register them again with "hub documents".`,
      );
    for (const [id, text] of Object.entries(manifest)) byId.set(id, text);
  }
  const exclusive = operations === 'trusted';
  if (exclusive && byId.size === 0)
    throw new HubError(
      `HUB_OPERATIONS is "trusted", and no documents are registered in ${folder}: register some with "hub documents".`,
    );
  return { byId, exclusive };
}

async function manifestsIn(folder: string): Promise<string[]> {
  const files = await readdir(folder).catch(absent(folder));
  return files
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => join(folder, file));
}

function absent(folder: string) {
  return (error: { code?: unknown }): string[] => {
    if (error.code === 'ENOENT') return [];
    return unreadable(folder)(error);
  };
}

function unreadable(path: string) {
  return (cause: unknown): never => {
    throw new HubError(`${path} cannot be read: correct HUB_DOCUMENTS, or give the hub the right to.`, {
      cause,
    });
  };
}
