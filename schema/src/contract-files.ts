import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'graphql';
import { composeSupergraph, type Subgraph } from './compose.js';
import { isMissing } from './is-missing.js';
import { printPublicSchema } from './public-schema.js';
import { schemaReference } from './reference/schema-reference.js';
import { printSorted } from './sorted-sdl.js';

/** The folder with the committed contract: the same seen from `src` and from `dist`. */
export const contractFolder = fileURLToPath(new URL('..', import.meta.url));

/** The committed contract as it was read. */
export interface ContractFiles {
  readonly subgraphs: readonly Subgraph[];
  /** For a router. */
  readonly supergraph: string;
  /** What clients see. */
  readonly contract: string;
}

export const SUBGRAPHS = 'subgraphs';
export const SUPERGRAPH = 'supergraph.graphql';
export const CONTRACT = 'contract.graphql';
/** The reference for people, beside the contract's folder. */
export const REFERENCE = '../docs/schema';

const HEADER = '# Written by "npm run compose" from the services\' code.\n\n';

/** The text of every file of the contract, by its path below the contract's folder. Throws a CompositionError. */
export function contractTexts(subgraphs: readonly Subgraph[]): Map<string, string> {
  const supergraph = composeSupergraph(subgraphs);
  return new Map([
    ...subgraphs.map(
      ({ name, sdl }) => [`${SUBGRAPHS}/${name}.graphql`, HEADER + printSorted(parse(sdl))] as const,
    ),
    [SUPERGRAPH, HEADER + supergraph],
    [CONTRACT, HEADER + printPublicSchema(supergraph)],
    ...[...schemaReference(supergraph, subgraphs)].map(
      ([file, text]) => [`${REFERENCE}/${file}`, text] as const,
    ),
  ]);
}

/** The contract committed in `folder`. Throws the file system's error where a file is missing. */
export async function readContract(folder: string = contractFolder): Promise<ContractFiles> {
  const names = (await subgraphFiles(folder)).map((file) => file.replace(/\.graphql$/, ''));
  const read = (path: string) => readFile(join(folder, path), 'utf8');
  const [supergraph, contract, ...sdls] = await Promise.all([
    read(SUPERGRAPH),
    read(CONTRACT),
    ...names.map((name) => read(`${SUBGRAPHS}/${name}.graphql`)),
  ]);
  return { supergraph, contract, subgraphs: names.map((name, index) => ({ name, sdl: sdls[index] ?? '' })) };
}

/** Names of the committed subgraph files, sorted; none where the folder is missing. */
export function subgraphFiles(folder: string): Promise<string[]> {
  return filesIn(join(folder, SUBGRAPHS), '.graphql');
}

/** Names of the committed pages of the reference, sorted; none where the folder is missing. */
export function referenceFiles(folder: string): Promise<string[]> {
  return filesIn(join(folder, REFERENCE), '.md');
}

async function filesIn(folder: string, ending: string): Promise<string[]> {
  try {
    const files = await readdir(folder);
    return files.filter((file) => file.endsWith(ending)).sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** The text of a file, or undefined where there is none. */
export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
