import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';
import { REPOSITORY } from '../repository.js';
import type { CallFrame } from './cpu-profile.js';

const maps = new Map<string, SourceMap | null>();

/** Where a function begins, as `file:line`: in the TypeScript where it is ours, below `node_modules` where it is not. */
export function sourcePosition({ url, lineNumber, columnNumber }: CallFrame): string {
  if (url === '') return '';
  if (!url.startsWith('file:')) return `${url.slice(0, 80)}:${lineNumber + 1}`;
  const origin = mapOf(url)?.findEntry(lineNumber, columnNumber);
  if (origin && 'originalSource' in origin) {
    return `${relative(fileURLToPath(new URL(origin.originalSource, url)))}:${origin.originalLine + 1}`;
  }
  return `${relative(fileURLToPath(url))}:${lineNumber + 1}`;
}

function relative(path: string): string {
  return path.replace(`${REPOSITORY}/`, '').replace(/^.*node_modules\//, '');
}

function mapOf(url: string): SourceMap | null {
  let map = maps.get(url);
  if (map === undefined) {
    map = url.includes('/node_modules/') ? null : readMap(`${fileURLToPath(url)}.map`);
    maps.set(url, map);
  }
  return map;
}

function readMap(file: string): SourceMap | null {
  try {
    return new SourceMap(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // Code without a map is shown as it is.
    return null;
  }
}
