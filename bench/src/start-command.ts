import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from './repository.js';

const START = /^(?:exec )?node (.+)$/;

/**
 * What `npm start` gives to `node`, flags included, so that nothing else than that is ever measured.
 *
 * @throws where the script no longer is a plain call of `node`
 */
export function startArguments(): string[] {
  const manifest = JSON.parse(readFileSync(join(REPOSITORY, 'package.json'), 'utf8')) as {
    scripts: { start: string };
  };
  const given = START.exec(manifest.scripts.start)?.[1];
  if (given !== undefined) return given.split(' ');
  throw new Error(`The bench cannot start what "npm start" starts: ${manifest.scripts.start}`);
}
