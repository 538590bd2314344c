import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { link, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PersonalKey } from '@coalition-hub/subgraph';
import { HubError } from '../hub-error.js';
import { explainFileError } from './explain-file-error.js';

/** Raised when an older program could no longer read the file. */
const formatVersion = 1;

interface KeptKey {
  readonly id: string;
  /** 32 bytes, base64url. */
  readonly key: string;
  /** ISO 8601. */
  readonly madeAt: string;
}

/** The keys that wrap personal texts. Only while they are rotated are there more than one. */
export interface KeyRing {
  readonly current: PersonalKey;
  /** The current one among them. */
  readonly keys: readonly PersonalKey[];
}

interface RingFile {
  readonly format: number;
  /** Newest first: that one seals. */
  readonly keys: readonly KeptKey[];
}

/** Not derived from the master secret, which stays: a key that is taken out of this file is gone for good. */
export class PersonalKeyFile {
  readonly path: string;

  constructor(folder: string) {
    this.path = join(folder, 'personal-keys.json');
  }

  /** @throws HubError in one plain sentence: damaged, missing, newer than the program */
  async read(): Promise<KeyRing> {
    return ringOf(this.parsed(await readFile(this.path, 'utf8').catch(rethrown(this.path))));
  }

  /** As `read`, for a reader that cannot wait; a few hundred bytes, and only where a key is not known. */
  readNow(): KeyRing {
    return ringOf(this.parsed(readFileSync(this.path, 'utf8')));
  }

  /** Makes the first key unless there is one; of two processes at the same moment both use that of the first. */
  async begin(): Promise<KeyRing> {
    const first = { format: formatVersion, keys: [newKey()] };
    if (!existsSync(this.path)) await this.place(first, (draft) => link(draft, this.path).catch(present));
    return this.read();
  }

  /** A new key seals from now on; the others still open. For one process at a time. */
  async add(): Promise<KeyRing> {
    const { keys } = this.parsed(await readFile(this.path, 'utf8'));
    await this.replace([newKey(), ...keys]);
    return this.read();
  }

  /** Forgets these keys, never the one that seals. For one process at a time. */
  async destroy(ids: readonly string[]): Promise<void> {
    const { keys } = this.parsed(await readFile(this.path, 'utf8'));
    await this.replace(keys.filter(({ id }, index) => index === 0 || !ids.includes(id)));
  }

  private replace(keys: readonly KeptKey[]): Promise<void> {
    return this.place({ format: formatVersion, keys }, (draft) => rename(draft, this.path));
  }

  /** Written aside and moved into place: a crash leaves either the keys of before or those of after. */
  private async place(content: RingFile, move: (draft: string) => Promise<void>): Promise<void> {
    const draft = `${this.path}.${process.pid}`;
    try {
      await writeFile(draft, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600, flush: true });
      await move(draft);
      await flushFolder(dirname(this.path));
    } catch (error) {
      throw explainFileError(error, this.path);
    } finally {
      await rm(draft, { force: true });
    }
  }

  private parsed(content: string): RingFile {
    const file = parsedJson(content) as Partial<RingFile> | null | undefined;
    if (typeof file?.format === 'number' && file.format > formatVersion)
      throw new HubError(
        `The keys of personal texts were written by a newer version of Coalition Hub. Start that version. (${this.path})`,
      );
    if (file && Array.isArray(file.keys) && file.keys.length > 0 && file.keys.every(isKey))
      return file as RingFile;
    throw new HubError(
      `The keys of personal texts are damaged. Put back ${this.path} from where you keep it; without it, names that organisations gave to their representatives cannot be read.`,
    );
  }
}

function newKey(): KeptKey {
  const [id, key] = [randomBytes(9).toString('base64url'), randomBytes(32).toString('base64url')];
  return { id, key, madeAt: new Date().toISOString() };
}

function ringOf({ keys }: RingFile): KeyRing {
  const all = keys.map(({ id, key }) => ({ id, key: Buffer.from(key, 'base64url') }));
  return { current: all[0] as PersonalKey, keys: all };
}

function isKey({ id, key }: Partial<KeptKey>): boolean {
  return /^[\w-]+$/.test(id ?? '') && Buffer.from(key ?? '', 'base64url').length === 32;
}

/** Renames last only once the folder is on the disk; where folders cannot be flushed, the system does it by itself. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
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

function rethrown(path: string) {
  return (error: unknown): never => {
    throw explainFileError(error, path);
  };
}
