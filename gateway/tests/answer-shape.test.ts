import { describe, expect, test } from '@jest/globals';
import { buildSchema, parse } from 'graphql';
import { answerShape } from '../src/federation/answer-shape.js';
import { createSafeNames } from '../src/federation/safe-names.js';
import { createPrepareOperation } from '../src/operations/prepare-operation.js';

const schema = buildSchema(`
  interface Named { name: String! }
  type Person implements Named { name: String! friend: Person friends: [Person!] strictFriends: [Person!]! }
  type Robot implements Named { name: String! serial: Int! }
  union Being = Person | Robot
  type Query { person: Person being: Being named: [Named] grid: [[Int!]!] must: Person! }
`);

const prepare = createPrepareOperation(schema, 1_000);
const namesIn = createSafeNames(parse('type Query { id: ID }'));

function built(query: string, data: Record<string, unknown>) {
  const { parsed } = prepare({ query, variables: {}, operationName: undefined });
  return answerShape(schema, parsed.type, parsed.document, namesIn(parsed.document))(data, { count: 0 });
}

describe('nulls', () => {
  test.each([
    [
      'stay where they are allowed',
      '{ person { friend { name } } }',
      { person: { friend: null } },
      { person: { friend: null } },
    ],
    ['reach the object around them', '{ person { name } }', { person: { name: null } }, { person: null }],
    [
      'reach the list around them, not its siblings',
      '{ person { name friends { name } } }',
      { person: { name: 'Ada', friends: [{ name: 'Bo' }, null] } },
      { person: { name: 'Ada', friends: null } },
    ],
    [
      'pass through what must not be null',
      '{ person { friend { strictFriends { name } } } }',
      { person: { friend: { strictFriends: [{ name: null }] } } },
      { person: { friend: null } },
    ],
    [
      'reach the root',
      '{ must { name } person { name } }',
      { must: { name: null }, person: { name: 'Ada' } },
      null,
    ],
    ['are found in lists of lists', '{ grid }', { grid: [[1], [2, null]] }, { grid: null }],
    [
      'are found below fragments on abstract types',
      '{ being { ...Some ... on Person { name } } named { ... on Robot { serial } name } } fragment Some on Robot { serial }',
      {
        being: { __typename: 'Robot', serial: null },
        named: [
          { __typename: 'Person', name: 'Ada' },
          { __typename: 'Robot', serial: null, name: 'R2' },
          null,
        ],
      },
      { being: null, named: [{ name: 'Ada' }, null, null] },
    ],
    [
      'are found below aliases and merged selections',
      '{ other: person { friend { name } } other: person { friend { it: name } } }',
      { other: { friend: { name: 'Bo', it: null } } },
      { other: { friend: null } },
    ],
  ])('%s', (_, query, data, expected) => {
    expect(built(query, data)).toEqual(expected);
  });
});
