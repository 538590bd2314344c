import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endLeftoverServer } from './leftover-server.js';

/** Where one run keeps its files. */
export interface WorkFolder {
  /** The hub's, not made yet. */
  readonly dataDir: string;
  readonly profileDir: string;
}

/** Makes the folder of one run. What is put on the stack later is undone before the folder goes. */
export async function makeWorkFolder(cleanup: AsyncDisposableStack): Promise<WorkFolder> {
  const root = join(tmpdir(), `coalition-hub-bench-${randomUUID()}`);
  const dataDir = join(root, 'data');
  cleanup.defer(async () => {
    await endLeftoverServer(dataDir);
    await rm(root, { recursive: true, force: true });
  });
  await mkdir(root, { mode: 0o700 });
  return { dataDir, profileDir: join(root, 'profile') };
}
