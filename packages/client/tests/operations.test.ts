import { readFile } from 'node:fs/promises';
import * as client from '@coalition-hub/client';
import { expect, test } from '@jest/globals';
import {
  buildSchema,
  type DocumentNode,
  type OperationDefinitionNode,
  parse,
  print,
  validate,
} from 'graphql';

const schema = buildSchema(
  await readFile(new URL('../../../schema/contract.graphql', import.meta.url), 'utf8'),
);
const operations = Object.entries(client).filter(
  (entry): entry is [string, DocumentNode & object] =>
    typeof entry[1] === 'object' && 'definitions' in entry[1],
);

test('there are operations to test', () => {
  expect(operations.length).toBeGreaterThan(25);
});

test.each(operations)('%s is valid, and has the name under which it is exported', (name, document) => {
  const text = parse(print({ ...document, definitions: document.definitions }));
  expect(validate(schema, text)).toEqual([]);
  const [operation] = text.definitions as OperationDefinitionNode[];
  expect(operation?.name?.value).toBe(name);
});
