import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Progress } from './progress.js';
import { PEERS } from './repository.js';

/** Installs the peers' packages where that has not been done. They are apart, so that nobody else needs them. */
export async function installPeers(progress: Progress): Promise<void> {
  if (existsSync(join(PEERS, 'node_modules', 'postgraphile'))) return;
  progress.always('Installing PostGraphile into bench/peers (npm ci), once.');
  const npm = spawn('npm', ['ci', '--prefix', PEERS, '--no-audit', '--no-fund'], {
    cwd: PEERS,
    // Standard output belongs to the figures.
    stdio: ['ignore', 2, 2],
  });
  const [code] = (await once(npm, 'exit')) as [number | null];
  if (code !== 0) {
    throw new Error(
      'npm ci failed in bench/peers: look above, or leave PostGraphile out with --only hub,by-hand.',
    );
  }
}
