import { accessSync, constants, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

/** Where Linux keeps files in memory. */
const inMemory = '/dev/shm';

/** What a run of all tests needs at its peak, twice over, in bytes. */
const plenty = 4 * 1024 ** 3;

/**
 * The folder for data that need not outlive a run: in memory where there is room, because a test's database is 300 new
 * files and a hub's PostgreSQL 2,600, which on a disk costs more than the tests that use them. TMPDIR decides if set.
 */
export function placeForData(): string {
  return process.env['TMPDIR'] === undefined && hasRoom(inMemory) ? inMemory : tmpdir();
}

function hasRoom(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    return Math.min(bavail * bsize, process.availableMemory()) > plenty;
  } catch {
    return false;
  }
}
