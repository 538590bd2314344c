import { composeSupergraph, schemaFaults } from '@coalition-hub/schema';
import { describe, expect, test } from '@jest/globals';
import { changed, organisations, statements } from './small-graph.js';

/** The faults after one piece of the organisations' SDL was replaced. */
function faultsAfter(piece: string, replacement: string): string[] {
  return schemaFaults(composeSupergraph([changed(organisations, piece, replacement), statements]));
}

test('a graph that keeps the rules has no faults', () => {
  expect(schemaFaults(composeSupergraph([organisations, statements]))).toEqual([]);
});

test('a graph without mutations needs no refusals', () => {
  const sdl = 'type Query { "How many organisations there are" count: Int! }';
  expect(schemaFaults(composeSupergraph([{ name: 'counts', sdl }]))).toEqual([]);
});

describe('descriptions', () => {
  test.each([
    ['type', '"A body that can sign"', '', 'Organisation has no description'],
    ['field', '"How much is known of it"', '', 'Organisation.standing has no description'],
    ['root field', '"All organisations"', '', 'Query.organisations has no description'],
    ['argument', '"After this cursor"', '', 'Query.organisations(after:) has no description'],
    ['enum value', '"Named on a form"', '" "', 'Standing.NAMED_ONLY has no description'],
    ['input', '"What to register"\n  input', 'input', 'RegisterOrganisationInput has no description'],
  ])('a %s without one is named', (_name, piece, replacement, fault) => {
    expect(faultsAfter(piece, replacement)).toEqual([fault]);
  });

  test('an input field without one is named', () => {
    const piece = 'input RegisterOrganisationInput {\n    "Legal name"';
    expect(faultsAfter(piece, 'input RegisterOrganisationInput {')).toEqual([
      'RegisterOrganisationInput.name has no description',
    ]);
  });
});

describe('names', () => {
  test.each([
    ['standing: Standing', 'Standing_: Standing', 'Organisation.Standing_ is not written in camelCase'],
    [
      'after: String',
      'after: String "x" page_size: Int',
      'Query.organisations(page_size:) is not written in camelCase',
    ],
    ['NAMED_ONLY', 'NamedOnly', 'Standing.NamedOnly is not written in CAPITALS'],
    ['"How much is known of an organisation"', '"x" scalar slug "x"', 'slug is not written in PascalCase'],
  ])('%s → %s', (piece, replacement, fault) => {
    expect(faultsAfter(piece, replacement)).toEqual([fault]);
  });
});

describe('mutations', () => {
  const at = 'Mutation.registerOrganisation';
  const input = '("What to register" input: RegisterOrganisationInput!)';
  const union = 'RegisterOrganisationSuccess | InputRefused';

  test.each([
    ['no input', input, '', `${at} does not take exactly one required \`input\` object`],
    ['an optional input', 'Input!)', 'Input)', `${at} does not take exactly one required \`input\` object`],
    [
      'an input by another name',
      'register" input:',
      'register" data:',
      `${at} does not take exactly one required \`input\` object`,
    ],
    [
      'a second argument',
      'Input!)',
      'Input! "x" more: Int)',
      `${at} does not take exactly one required \`input\` object`,
    ],
    [
      'a scalar input',
      'input: RegisterOrganisationInput!',
      'input: String!',
      `${at} does not take exactly one required \`input\` object`,
    ],
    [
      'the input of another mutation',
      input,
      '("What to register" input: OtherInput!)',
      `${at} takes OtherInput! instead of RegisterOrganisationInput!`,
    ],
    [
      'an object for an answer',
      'RegisterOrganisationPayload!',
      'Organisation',
      `${at} returns Organisation, which is not a union of its success and refusals`,
    ],
    ['no success', union, 'InputRefused', `${at} cannot return RegisterOrganisationSuccess`],
    [
      'a second success',
      union,
      `${union} | Organisation`,
      `${at} returns Organisation, which is neither RegisterOrganisationSuccess nor implements Refusal`,
    ],
    [
      'a success that is a refusal',
      'type RegisterOrganisationSuccess {',
      'type RegisterOrganisationSuccess implements Refusal { "x" code: String! "x" message: String!',
      `${at} returns RegisterOrganisationSuccess, which is a success and implements Refusal`,
    ],
  ])('%s is a fault', (_name, piece, replacement, fault) => {
    const other = { name: 'other', sdl: 'type Query { "x" x: Int } "x" input OtherInput { "x" x: Int }' };
    const subgraph = changed(organisations, piece, replacement);
    const withOther = { ...subgraph, sdl: `${subgraph.sdl} "x" input OtherInput { "x" x: Int }` };
    expect(schemaFaults(composeSupergraph([withOther, statements, other]))).toEqual([fault]);
  });

  test('an answer that may be null is allowed: an error then leaves the other mutations of a request alone', () => {
    expect(faultsAfter('RegisterOrganisationPayload!', 'RegisterOrganisationPayload')).toEqual([]);
  });

  test('without the interface no refusal is one', () => {
    const sdl = 'type Query { "x" x: Int } type Mutation { "x" go: Int }';
    expect(schemaFaults(composeSupergraph([{ name: 'bare', sdl }]))).toEqual([
      'Refusal is missing: interface Refusal { code: String! message: String! }',
      'Mutation.go does not take exactly one required `input` object',
      'Mutation.go returns Int, which is not a union of its success and refusals',
    ]);
  });

  test('the interface has its two fields', () => {
    const weak = (sdl: string) => sdl.replaceAll('message: String!', 'message: String');
    const subgraphs = [organisations, statements].map((subgraph) => ({
      ...subgraph,
      sdl: weak(subgraph.sdl),
    }));
    expect(schemaFaults(composeSupergraph(subgraphs))).toEqual(['Refusal.message is not String!']);
  });
});

describe('connections', () => {
  test.each([
    [
      'no edges',
      'edges: [OrganisationEdge!]!',
      'items: [OrganisationEdge!]!',
      'OrganisationConnection.edges is not a list of OrganisationEdge',
    ],
    [
      'one edge',
      'edges: [OrganisationEdge!]!',
      'edges: OrganisationEdge!',
      'OrganisationConnection.edges is not a list of OrganisationEdge',
    ],
    [
      'nodes for edges',
      'edges: [OrganisationEdge!]!',
      'edges: [Organisation!]!',
      'OrganisationConnection.edges is not a list of OrganisationEdge',
    ],
    [
      'a page info that may be missing',
      'pageInfo: PageInfo!',
      'pageInfo: PageInfo',
      'OrganisationConnection.pageInfo is not PageInfo!',
    ],
    [
      'many nodes in an edge',
      'node: Organisation!',
      'node: [Organisation!]!',
      'OrganisationEdge.node is not one object',
    ],
    ['no node', 'node: Organisation!', 'item: Organisation!', 'OrganisationEdge.node is not one object'],
    ['a numeric cursor', 'cursor: String!', 'cursor: Int!', 'OrganisationEdge.cursor is not String!'],
    ['a page info without an end', 'endCursor: String', 'last: String', 'PageInfo.endCursor is not String'],
    [
      'no first',
      '"At most so many" first: Int',
      '',
      'Query.organisations does not take first: Int and after: String',
    ],
    [
      'no after',
      '"After this cursor" after: String',
      '',
      'Query.organisations does not take first: Int and after: String',
    ],
  ])('%s is a fault', (_name, piece, replacement, fault) => {
    expect(faultsAfter(piece, replacement)).toEqual([fault]);
  });
});

// The composer itself keeps this rule; an interface's fence would not hold for the types that implement it.
describe('auth directives', () => {
  test('are allowed on types and fields', () => {
    expect(faultsAfter('standing: Standing', 'standing: Standing @authenticated')).toEqual([]);
  });

  test.each([
    ['an interface', 'interface Refusal {', 'interface Refusal @authenticated {'],
    ['a field of an interface', 'code: String!', 'code: String! @authenticated'],
  ])('are refused on %s', (_name, piece, replacement) => {
    expect(() => faultsAfter(piece, replacement)).toThrow(/@authenticated cannot be applied on interfaces/);
  });
});
