import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GuestAddress } from './guest-address.js';

/** What guests said when they were last taken up, in the data folder: a hub starts with a guest that is down. */
export class GuestSdlCache {
  constructor(private readonly dataDir: string) {}

  /** Null for a guest that was never taken up under this name and address. */
  async read({ name, url }: GuestAddress): Promise<string | null> {
    try {
      const kept = JSON.parse(await readFile(this.#file(name), 'utf8')) as { url?: unknown; sdl?: unknown };
      return kept.url === url && typeof kept.sdl === 'string' ? kept.sdl : null;
    } catch {
      return null;
    }
  }

  /** Written aside and renamed, so that a crash leaves the old one or the new one. */
  async keep({ name, url }: GuestAddress, sdl: string): Promise<void> {
    const aside = `${this.#file(name)}.${process.pid}`;
    await mkdir(join(this.dataDir, 'guests'), { recursive: true, mode: 0o700 });
    await writeFile(aside, JSON.stringify({ url, sdl }), { mode: 0o600, flush: true });
    await rename(aside, this.#file(name));
  }

  #file(name: string): string {
    return join(this.dataDir, 'guests', `${name}.json`);
  }
}
