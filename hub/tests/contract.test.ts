import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  compareContract,
  contractFolder,
  glossaryFaults,
  glossaryGaps,
  publicSchema,
  readContract,
  schemaFaults,
} from '@coalition-hub/schema';
import { expect, test } from '@jest/globals';
import { subgraphSchemas } from '../src/index.js';

test('the committed contract is what follows from the services, and breaks no client', async () => {
  expect(await compareContract(contractFolder, subgraphSchemas())).toEqual([]);
});

test('the public schema keeps the rules for schemas', async () => {
  const { supergraph } = await readContract();
  expect(schemaFaults(supergraph)).toEqual([]);
});

test('its names are those of the glossary', async () => {
  const { supergraph } = await readContract();
  const glossary = await readFile(join(contractFolder, 'GLOSSARY.md'), 'utf8');
  expect(glossaryFaults(publicSchema(supergraph), glossary)).toEqual([]);
});

test('the glossary has all of its types, and no others', async () => {
  const { supergraph } = await readContract();
  const glossary = await readFile(join(contractFolder, 'GLOSSARY.md'), 'utf8');
  expect(glossaryGaps(publicSchema(supergraph), glossary)).toEqual([]);
});
