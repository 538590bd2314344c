import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Subgraph } from './compose.js';
import { type ContractChanges, compareContracts } from './contract-diff.js';
import {
  CONTRACT,
  contractTexts,
  REFERENCE,
  readIfThere,
  referenceFiles,
  SUBGRAPHS,
  subgraphFiles,
} from './contract-files.js';
import { readDeclaredBreaks, undeclaredBreaks } from './declared-breaks.js';

/** What a run of `writeContract` did. */
export interface WrittenContract {
  /** Paths that were written or removed, as seen from the repository. */
  readonly changed: readonly string[];
  /** Against the contract that was committed before. */
  readonly changes: ContractChanges;
}

/**
 * Writes the contract that follows from the subgraphs into `folder`; files that are right already stay untouched.
 *
 * Throws before it writes anything where the subgraphs do not compose, or where clients of the contract in `folder`
 * would break by a change which no file of `changesets` declares.
 */
export async function writeContract(
  folder: string,
  subgraphs: readonly Subgraph[],
  changesets: string = changesetsBeside(folder),
): Promise<WrittenContract> {
  const texts = contractTexts(subgraphs);
  const changes = await changesAgainst(folder, texts);
  const undeclared = undeclaredBreaks(changes.breaking, await readDeclaredBreaks(changesets));
  if (undeclared.length > 0) throw new Error(undeclared.join('\n'));
  const [outdated, leftOver] = [await outdatedFiles(folder, texts), await leftOverFiles(folder, texts)];
  for (const path of [SUBGRAPHS, REFERENCE]) await mkdir(join(folder, path), { recursive: true });
  for (const path of outdated) await writeFile(join(folder, path), texts.get(path) ?? '');
  for (const path of leftOver) await rm(join(folder, path));
  return { changed: [...outdated, ...leftOver].map(named), changes };
}

/** In plain words, all that keeps the contract in `folder` from being what follows from the subgraphs; [] if nothing. */
export async function compareContract(
  folder: string,
  subgraphs: readonly Subgraph[],
  changesets: string = changesetsBeside(folder),
): Promise<string[]> {
  const texts = contractTexts(subgraphs);
  const { breaking } = await changesAgainst(folder, texts);
  return [
    ...(await outdatedFiles(folder, texts)).map(
      (path) => `${named(path)} is out of date: run npm run compose`,
    ),
    ...(await leftOverFiles(folder, texts)).map(
      (path) => `${named(path)} has no service: run npm run compose`,
    ),
    ...undeclaredBreaks(breaking, await readDeclaredBreaks(changesets)),
  ];
}

/** A path below the contract's folder as seen from the repository. */
function named(path: string): string {
  return join('schema', path);
}

function changesetsBeside(folder: string): string {
  return join(folder, '..', '.changeset');
}

/** The very first contract has nobody to break. */
async function changesAgainst(folder: string, texts: ReadonlyMap<string, string>): Promise<ContractChanges> {
  const before = await readIfThere(join(folder, CONTRACT));
  return before === undefined
    ? { breaking: [], dangerous: [] }
    : compareContracts(before, texts.get(CONTRACT) ?? '');
}

async function outdatedFiles(folder: string, texts: ReadonlyMap<string, string>): Promise<string[]> {
  const paths = [...texts.keys()];
  const present = await Promise.all(paths.map((path) => readIfThere(join(folder, path))));
  return paths.filter((path, index) => present[index] !== texts.get(path));
}

async function leftOverFiles(folder: string, texts: ReadonlyMap<string, string>): Promise<string[]> {
  const present = [
    ...(await subgraphFiles(folder)).map((file) => `${SUBGRAPHS}/${file}`),
    ...(await referenceFiles(folder)).map((file) => `${REFERENCE}/${file}`),
  ];
  return present.filter((path) => !texts.has(path));
}
