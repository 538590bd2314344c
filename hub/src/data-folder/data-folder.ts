import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '@coalition-hub/postgres';
import { HubError } from '../hub-error.js';
import { explainFileError } from './explain-file-error.js';
import { generateSecrets, type Secrets } from './secrets.js';

/** Raised when an older program could no longer read the folder. */
const formatVersion = 1;

interface KeyFile {
  readonly format: number;
  readonly secrets: Secrets;
}

/** The hub's own folder: keys, and the embedded PostgreSQL. Whoever reads it can act as the hub. */
export interface DataFolder {
  readonly path: string;
  readonly secrets: Secrets;
}

/**
 * Opens the folder, making it and its keys at the first start.
 * @throws HubError in one plain sentence: not writable, disk full, written by a newer version, keys damaged
 */
export async function openDataFolder(path: string): Promise<DataFolder> {
  try {
    await makeFolder(path);
    const file = join(path, 'hub-keys.json');
    return { path, secrets: (await readKeys(file)) ?? (await firstKeys(file)) };
  } catch (error) {
    throw error instanceof HubError ? error : explainFileError(error, path);
  }
}

async function readKeys(file: string): Promise<Secrets | null> {
  const content = await readFile(file, 'utf8').catch(absent);
  if (content === null) return null;
  const keys = parsed(content, file);
  if (keys.format > formatVersion) {
    throw new HubError(
      `The data folder was written by a newer version of Coalition Hub. Start that version, or name another folder with HUB_DATA_DIR. (${file})`,
    );
  }
  return keys.secrets;
}

/**
 * Written aside and linked into place: a crash leaves either no keys or whole ones, and of two processes that begin at
 * the same moment both use those of the first.
 */
async function firstKeys(file: string): Promise<Secrets> {
  const keys: KeyFile = { format: formatVersion, secrets: await generateSecrets() };
  const draft = `${file}.${process.pid}`;
  try {
    await writeFile(draft, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600, flush: true });
    await link(draft, file).catch(present);
  } finally {
    await rm(draft, { force: true });
  }
  return (await readKeys(file)) ?? keys.secrets;
}

/** @throws HubError for anything that is not what `firstKeys` writes */
function parsed(content: string, file: string): KeyFile {
  const keys = parsedJson(content) as Partial<KeyFile> | null | undefined;
  const whole = typeof keys?.secrets?.master === 'string' && typeof keys.secrets.tokenKey?.d === 'string';
  if (typeof keys?.format === 'number' && (whole || keys.format > formatVersion)) return keys as KeyFile;
  throw new HubError(
    `The hub’s keys are damaged. Put back ${file} from a backup; without it nobody can sign in.`,
  );
}

function parsedJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

function present(error: { code?: unknown }): void {
  if (error.code !== 'EEXIST') throw error;
}

function absent(error: { code?: unknown }): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
