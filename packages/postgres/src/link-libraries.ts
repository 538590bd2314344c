import { access, readFile, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { hasErrorCode } from './error-code.js';
import { PostgresError } from './postgres-error.js';

interface LibraryLink {
  /** The file, relative to the package. */
  source: string;
  /** The link's own place, relative to the package. */
  target: string;
}

/**
 * Makes the links to shared libraries that an npm package cannot carry and that its install script, which npm
 * does not run unasked, would make. Without them ICU does not load. Several processes may do so at once.
 *
 * @throws PostgresError `not-installed` when a link is missing and cannot be made
 */
export async function linkLibraries(packageRoot: string): Promise<void> {
  const links = await readLinks(join(packageRoot, 'native', 'pg-symlinks.json'));
  await Promise.all(links.map((link) => makeLink(packageRoot, link)));
}

async function readLinks(file: string): Promise<LibraryLink[]> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) return [];
    throw error;
  }
}

async function makeLink(packageRoot: string, { source, target }: LibraryLink): Promise<void> {
  const place = join(packageRoot, target);
  // Looked for first, so that a read-only installation that is complete is never written to.
  if (await exists(place)) return;
  try {
    await symlink(relative(dirname(target), source), place);
  } catch (cause) {
    if (hasErrorCode(cause, 'EEXIST')) return;
    throw new PostgresError(
      'not-installed',
      `PostgreSQL's libraries cannot be linked in ${dirname(place)}: start the hub once as the user who ran npm ci.`,
      { cause },
    );
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
