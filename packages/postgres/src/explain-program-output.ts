import { statfs } from 'node:fs/promises';
import { diskFull, folderUnusable } from './explain-file-error.js';
import { PostgresError } from './postgres-error.js';
import { rootRefused } from './unprivileged-command.js';

/** Below this PostgreSQL cannot even write its next 16 MB file of the write-ahead log, nor say so in its own log. */
const TOO_LITTLE_SPACE_BYTES = 16 * 1024 * 1024;

/**
 * Turns what PostgreSQL's programs printed before they failed into one sentence that says what to do.
 *
 * @param place the data folder, for the sentence
 * @param program which program failed
 * @param ending how it ended, for when it printed nothing
 */
export async function explainProgramOutput(
  output: string,
  place: string,
  program: string,
  ending: string,
): Promise<PostgresError> {
  const cause = new Error(`${program} ended (${ending}): ${output.trim()}`);
  // First of all, because unshare reports a forbidden namespace as "No space left on device" too.
  if (/unshare: (?!failed to execute)|spawn unshare/.test(`${output}${ending}`)) return rootRefused(cause);
  if (/cannot be run as root|"root" execution/.test(output)) return rootRefused(cause);
  if (/shared memory segment/.test(output) && /No space left/.test(output)) return sharedMemoryFull(cause);
  if (/No space left on device|Disk quota exceeded|Check free disk space/.test(output))
    return diskFull(place, cause);
  if (/Address already in use/.test(output)) return portInUse(output, cause);
  if (/wrong ownership|Permission denied|Read-only file system/.test(output))
    return folderUnusable(place, cause);
  if (await lacksSpace(place)) return diskFull(place, cause);
  return new PostgresError(
    'start-failed',
    `PostgreSQL did not start (${reasonIn(output) ?? ending}): look into the end of ${place}/postgres.log.`,
    { cause },
  );
}

/** Whether PostgreSQL refused because another one, alive or not, still seems to hold the cluster. */
export function isStillHeld(output: string): boolean {
  return /lock file "postmaster.pid" already exists|pre-existing shared memory block/.test(output);
}

function portInUse(output: string, cause: Error): PostgresError {
  const port = /running on port (\d+)/.exec(output)?.[1] ?? 'of PostgreSQL';
  return new PostgresError(
    'port-in-use',
    `The port ${port} is already in use by another program: stop that program, or choose another port.`,
    { cause },
  );
}

function sharedMemoryFull(cause: Error): PostgresError {
  return new PostgresError(
    'disk-full',
    'There is no room left in /dev/shm for PostgreSQL: give the machine or container more shared memory.',
    { cause },
  );
}

async function lacksSpace(place: string): Promise<boolean> {
  const disk = await statfs(place).catch(() => null);
  return disk !== null && disk.bavail * disk.bsize < TOO_LITTLE_SPACE_BYTES;
}

/** The first complaint, as what follows it is cleaning up. */
function reasonIn(output: string): string | undefined {
  const lines = output.trim().split('\n');
  return (lines.find((line) => /\b(FATAL|PANIC|error):/.test(line)) ?? lines.at(-1)) || undefined;
}
