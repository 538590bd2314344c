import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';
import { HubError } from '../hub-error.js';
import { documentId, type Manifest, readManifest } from './manifest.js';

/**
 * Reads documents out of files: a manifest (`.json`), or one document in each (`.graphql`, `.gql`).
 * @throws HubError for the first file that is neither, or has a document that the schema does not allow
 */
export async function readDocuments(files: readonly string[], schema: GraphQLSchema): Promise<Manifest> {
  const found: Record<string, string> = {};
  for (const file of files) {
    for (const [id, text] of Object.entries(documentsIn(file, await contentOf(file)))) {
      const fault = faultIn(text, schema);
      if (fault !== undefined) throw new HubError(`A document in ${file} cannot be registered: ${fault}`);
      found[id] = text;
    }
  }
  return found;
}

/** Puts a manifest in the place of the one that had its name, whole or not at all. */
export async function writeManifest(folder: string, name: string, manifest: Manifest): Promise<string> {
  const file = join(folder, `${name}.json`);
  const draft = `${file}.${process.pid}`;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(draft, `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true });
    await rename(draft, file);
  } catch (error) {
    throw new HubError(
      `${file} cannot be written: give the hub the right to, or name another folder with HUB_DOCUMENTS.`,
      {
        cause: error,
      },
    );
  }
  return file;
}

async function contentOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((cause: unknown) => {
    throw new HubError(`${file} cannot be read.`, { cause });
  });
}

function documentsIn(file: string, content: string): Manifest {
  if (/\.(graphql|gql)$/.test(basename(file))) return { [documentId(content)]: content };
  const manifest = readManifest(content);
  if (manifest === null)
    throw new HubError(
      `${file} is neither a .graphql file nor a manifest whose ids are those of its documents.`,
    );
  return manifest;
}

function faultIn(text: string, schema: GraphQLSchema): string | undefined {
  try {
    return validate(schema, parse(text))[0]?.message;
  } catch (error) {
    if (error instanceof GraphQLError) return error.message;
    throw error;
  }
}
