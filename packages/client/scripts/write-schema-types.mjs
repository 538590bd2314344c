/**
 * Writes what the types of `graphql()` are inferred from, and the schema as it is published with the package, both
 * from the committed contract. Neither is committed: they follow from it.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { minifyIntrospection, outputIntrospectionFile } from '@gql.tada/internal';
import { buildSchema, introspectionFromSchema } from 'graphql';

const contractFile = new URL('../../../schema/contract.graphql', import.meta.url);
const typesFile = new URL('../src/schema-types.ts', import.meta.url);
const publishedSchema = new URL('../dist/schema.graphql', import.meta.url);

const contract = await readFile(contractFile, 'utf8');
const introspection = introspectionFromSchema(buildSchema(contract), { descriptions: false });
const types = outputIntrospectionFile(minifyIntrospection(introspection), {
  fileType: '.d.ts',
  shouldPreprocess: true,
});

// What follows would set the schema for every user of gql.tada in the consumer's whole program.
const [own] = types.split("import * as gqlTada from 'gql.tada'");
await writeFile(typesFile, `// Written by "npm run build" from the contract.\n${own}`);
await mkdir(new URL('.', publishedSchema), { recursive: true });
await writeFile(publishedSchema, contract);
