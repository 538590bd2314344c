import { readFile } from 'node:fs/promises';
import { composeSupergraph, glossaryFaults, glossaryGaps, publicSchema } from '@coalition-hub/schema';
import { describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { organisations, statements } from './small-graph.js';

const glossary = await readFile(new URL('../GLOSSARY.md', import.meta.url), 'utf8');

describe('the glossary', () => {
  test('agrees with a schema that uses its words', () => {
    const schema = publicSchema(composeSupergraph([organisations, statements]));
    expect(glossaryFaults(schema, glossary)).toEqual([]);
  });

  test.each([
    [
      'a type in other capitals',
      'type Agendaitem { id: ID }',
      'Agendaitem is written AgendaItem in the glossary',
    ],
    [
      'a replaced word in a type',
      'type OrganizationEdge { id: ID }',
      'OrganizationEdge says "organization" where the glossary says "organisation"',
    ],
    [
      'a replaced word in a field',
      'type A { byOrganization: ID }',
      'A.byOrganization says "organization" where the glossary says "organisation"',
    ],
    [
      'a replaced word in the plural',
      'type A { petitions: ID }',
      'A.petitions says "petitions" where the glossary says "statement"',
    ],
    [
      'a replaced word in an argument',
      'type A { a(userId: ID): ID }',
      'A.a(userId:) says "user" where the glossary says "viewer"',
    ],
    [
      'a replaced word in a value',
      'enum A { NEW_VERSION }',
      'A.NEW_VERSION says "version" where the glossary says "revision"',
    ],
  ])('finds %s', (_name, sdl, fault) => {
    expect(glossaryFaults(buildSchema(sdl), glossary)).toEqual([fault]);
  });

  test('is asked for every type but those whose names say what they are, and has no others', () => {
    const words = '| term | `A` `Gone` | | |\n'.repeat(3);
    const schema = buildSchema(`
      interface Refusal { code: String! }
      type TooLate implements Refusal { code: String! }
      type Query { a: A b: B } type A { id: ID } type B { id: ID }
      type AConnection { id: ID } type DoSuccess { id: ID } enum Kind { X } input AInput { id: ID }`);
    expect(new Set(glossaryGaps(schema, words))).toEqual(
      new Set(['B is missing in the glossary', 'The glossary names Gone, which the schema has not']),
    );
  });

  test('takes words whole', () => {
    expect(glossaryFaults(buildSchema('type A { conversion: ID organ: ID }'), glossary)).toEqual([]);
  });
});
