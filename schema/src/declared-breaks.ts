import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ContractChange } from './contract-diff.js';
import { isMissing } from './is-missing.js';

const DECLARATION = /^\s*(?:[-*]\s+)?breaking:\s*(.+?)\s*$/gim;

/** What the changesets of a folder declare: the rest of every line that starts with `breaking:`. */
export async function readDeclaredBreaks(changesets: string): Promise<Set<string>> {
  const names = (await list(changesets)).filter((name) => name.endsWith('.md') && name !== 'README.md');
  const texts = await Promise.all(names.map((name) => readFile(join(changesets, name), 'utf8')));
  return new Set(texts.flatMap((text) => [...text.matchAll(DECLARATION)].map((found) => found[1] ?? '')));
}

/**
 * One message for each breaking change that no changeset declares, with the line that would declare it. Changes are
 * declared one by one: a general permission would also let through the break that nobody saw.
 */
export function undeclaredBreaks(
  breaking: readonly ContractChange[],
  declared: ReadonlySet<string>,
): string[] {
  return breaking
    .filter(({ description }) => !declared.has(description))
    .map(
      ({ description }) =>
        `Breaks clients: ${description} If meant, add the line "breaking: ${description}" to a changeset`,
    );
}

async function list(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
