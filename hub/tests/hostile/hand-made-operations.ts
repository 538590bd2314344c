import type { HostileOperation } from './hostile-operation.js';

const page = (field: string, below: string) => `${field}(first: 200) { edges { node { ${below} } } }`;
const times = (count: number, each: (index: number) => string) =>
  Array.from({ length: count }, (_, at) => each(at));

/** Fragments that double what they contain at every step. */
const doubling = `{ ...F0 } ${times(30, (at) => `fragment F${at} on Query { ...F${at + 1} ...F${at + 1} }`).join(' ')} fragment F30 on Query { __typename }`;

const texts: Readonly<Record<string, string>> = {
  'a flood of aliases': `{ ${times(900, (at) => `a${at}: statement(slug: "a") { id }`).join(' ')} }`,
  'one field over and over': `{ ${'statement(slug: "a") { id } '.repeat(200)} }`,
  'conflicting fields, pairwise': `{ ${times(45, (at) => `x: statement(slug: "${at}") { y: id }`).join(' ')} }`,
  'a deep document': `{ statement(slug: "a") ${'{ coalition { statements(first: 1) { edges { node '.repeat(30)} { id } ${'} } } }'.repeat(30)} }`,
  'deep inline fragments': `{ ${'... on Query { '.repeat(400)} __typename ${'}'.repeat(400)} }`,
  'deep lists': `{ statement(slug: ${'['.repeat(900)}${']'.repeat(900)}) { id } }`,
  'fragments in a circle': '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
  'a fragment of itself':
    '{ statement(slug: "a") { ...S } } fragment S on Statement { coalition { statements(first: 1) { edges { node { ...S } } } } }',
  'fragments that double': doubling,
  'pages of pages': `{ ${page('organisations', page('signatures', `statement { ${page('signatures', 'id')} }`))} }`,
  'wide pages': `{ ${times(25, (at) => `a${at}: ${page('organisations', page('signatures', 'id'))}`).join(' ')} }`,
  _entities: '{ _entities(representations: [{ __typename: "Organisation", id: "1" }]) { __typename } }',
  _service: '{ _service { sdl } }',
  'the schema in itself': `{ __schema { types { ${'fields { type { '.repeat(6)} name ${'} }'.repeat(6)} } } }`,
  'the schema in many names': `{ __schema { types { ${times(24, (at) => `f${at}: fields { name type { name } }`).join(' ')} } } }`,
  'the schema and data':
    '{ __schema { types { name } } organisations(first: 200) { edges { node { id } } } }',
  'many directives': `{ __typename ${'@include(if: true) '.repeat(400)} }`,
  'an unknown directive, often': `{ __typename ${times(600, (at) => `@d${at}`).join(' ')} }`,
  'unknown fields': `{ ${times(600, (at) => `organisationz${at}`).join(' ')} }`,
  'unknown types': `query (${times(200, (at) => `$v${at}: Statementz`).join(', ')}) { __typename }`,
  'too many tokens': `{ ${'a '.repeat(60_000)} }`,
  'one long name': `{ ${'a'.repeat(130_000)} }`,
  'one long comment': `{ __typename } # ${'x'.repeat(130_000)}`,
  'one long text': `{ statement(slug: "${'x'.repeat(120_000)}") { id } }`,
  'many operations': times(300, (at) => `query Q${at} { __typename }`).join(' '),
  'names of objects': '{ __proto__: __typename constructor: __typename }',
  'nothing at all': ' ',
  'a type definition': 'type Query { a: Int }',
  'a long number': `{ organisations(first: ${'9'.repeat(10_000)}) { totalCount } }`,
  'a null byte': '{ statement(slug: "\u0000") { id } } \u0000',
  'half a surrogate pair': '{ statement(slug: "\ud800") { id } }',
};

const first =
  'query ($n: Int) { organisations(first: $n) { edges { node { signatures(first: $n) { edges { node { statement { signatures(first: $n) { totalCount edges { node { id } } } } } } } } } } }';
const filter = 'query ($f: OrganisationFilter) { organisations(filter: $f) { totalCount } }';

const withVariables: Readonly<Record<string, HostileOperation>> = {
  'a cost that comes with a variable': { query: first, variables: { n: 200 } },
  'a page of a billion': { query: first, variables: { n: 1_000_000_000 } },
  'a page of less than nothing': { query: first, variables: { n: -5 } },
  'a long list': {
    query: filter,
    variables: { f: { countries: Array.from({ length: 50_000 }, () => 'ES') } },
  },
  'many unknown values': {
    query: filter,
    variables: { f: Object.fromEntries(Array.from({ length: 60_000 }, (_, at) => [`x${at}`, at])) },
  },
  'deep values': {
    query: filter,
    variables: { f: JSON.parse(`${'{"a":'.repeat(3_000)}1${'}'.repeat(3_000)}`) },
  },
  'values that are named like what objects inherit': {
    query: filter,
    variables: JSON.parse(
      '{"f":{"__proto__":{"a":1},"constructor":{"prototype":{"b":1}}},"__proto__":{"c":1}}',
    ),
  },
  'a megabyte of text': {
    query: 'query ($s: String!) { statement(slug: $s) { id } }',
    variables: { s: 'x'.repeat(900_000) },
  },
};

/** What people try who know how such servers are built, by what it is. */
export const handMade: Readonly<Record<string, HostileOperation>> = {
  ...Object.fromEntries(Object.entries(texts).map(([name, query]) => [name, { query, variables: {} }])),
  ...withVariables,
};

/** The same operation, that nobody has sent before: nothing of it is remembered. */
export function neverSeen({ query, variables }: HostileOperation, index: number): HostileOperation {
  return { query: `${query}\n# ${index}`, variables };
}
