import { fileURLToPath } from 'node:url';
import { REPOSITORY } from '../repository.js';
import type { CallFrame } from './cpu-profile.js';

/** What ran when no function of anybody's did. */
const ENGINE = new Map([
  ['(garbage collector)', 'garbage collection'],
  ['(program)', 'outside JavaScript (sockets, parsing HTTP)'],
  ['(idle)', 'idle'],
]);

/** Whose code a call frame is: a package, a folder of this repository, Node or the engine. */
export function packageOf({ functionName, url }: CallFrame): string {
  if (url === '') return ENGINE.get(functionName) ?? 'built-in functions';
  if (url.startsWith('node:')) return 'Node.js';
  if (!url.startsWith('file:')) return 'compiled at run time';
  const path = fileURLToPath(url);
  return installedPackage(path) ?? workspaceOf(path) ?? path;
}

/** The innermost one, as packages may bring others. */
function installedPackage(path: string): string | undefined {
  return path
    .split('/node_modules/')
    .slice(1)
    .at(-1)
    ?.match(/^(@[^/]+\/[^/]+|[^/]+)\//)?.[1];
}

function workspaceOf(path: string): string | undefined {
  if (!path.startsWith(`${REPOSITORY}/`)) return undefined;
  return path.slice(REPOSITORY.length + 1).match(/^(.+?)\/(?:dist|src)\//)?.[1];
}
