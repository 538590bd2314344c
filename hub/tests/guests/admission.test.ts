import { publicSchema, readContract } from '@coalition-hub/schema';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { admitGuest } from '../../src/guests/admit-guest.js';
import { type HubGraph, hubGraph } from '../../src/guests/hub-graph.js';

let graph: HubGraph;

beforeAll(async () => {
  const contract = await readContract();
  graph = hubGraph(contract.subgraphs, contract);
});

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.5",
  import: ["@authenticated", "@requiresScopes", "@key", "@external", "@requires", "@shareable", "@override", "@provides", "@inaccessible"])`;

const guest = { name: 'press', url: 'http://127.0.0.1:1/graphql' };

const admit = (sdl: string, before = graph) => admitGuest(before, guest, `${link}\n${sdl}`);

function faultsOf(sdl: string): readonly string[] {
  const admission = admit(sdl);
  return 'faults' in admission ? admission.faults : [];
}

describe('a guest may', () => {
  test.each([
    ['add root fields and types', 'type Query { weather: Weather } type Weather { wind: Float! }'],
    ['add a subscription', 'type Query { a: Int } type Subscription { windChanged: Float }'],
    ['add to an entity', 'type Statement @key(fields: "id") { id: ID! likes: Int }'],
    [
      'extend it, as others write it',
      'extend type Organisation @key(fields: "id") { id: ID! @external likes: Int }',
    ],
    [
      'ask for what the hub knows',
      'type Event @key(fields: "id") { id: ID! title: String! @external hash: Int @requires(fields: "title") }',
    ],
    [
      'point to an entity',
      'type Query { best: Statement } type Statement @key(fields: "id", resolvable: false) { id: ID! }',
    ],
    [
      'have entities of its own',
      'type Query { a: Article } type Article @key(fields: "url") { url: ID! statement: Statement } type Statement @key(fields: "id", resolvable: false) { id: ID! }',
    ],
    [
      'keep fields for who is signed in, which the gateway checks too',
      'type Query { mine: Int @authenticated theirs: Int @requiresScopes(scopes: [["write"]]) }',
    ],
    [
      'share types that have no key',
      `type PageInfo @shareable { endCursor: String hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String }
       type LikeConnection { edges: [LikeEdge!]! pageInfo: PageInfo! } type LikeEdge { node: Int! cursor: String! }
       type Statement @key(fields: "id") { id: ID! likes(first: Int, after: String): LikeConnection }`,
    ],
  ])('%s', (_what, sdl) => {
    expect(faultsOf(sdl)).toEqual([]);
  });
});

describe('a guest may not', () => {
  test.each([
    [
      'take a query',
      'type Query { statement(slug: String!): String }',
      'Query.statement belongs to the hub.',
    ],
    [
      'take a mutation',
      'type Query { a: Int } type Mutation { signStatement: Int }',
      'Mutation.signStatement belongs to the hub.',
    ],
    [
      'take a mutation by extension',
      'type Query { a: Int } extend type Mutation { closeForSignature: Int }',
      'Mutation.closeForSignature belongs to the hub.',
    ],
    [
      'take a subscription',
      'type Query { a: Int } type Subscription { statementUpdated: Int }',
      'Subscription.statementUpdated belongs to the hub.',
    ],
    [
      'rename a root',
      'schema { query: Mine } type Mine { a: Int }',
      'The root of each query must not be called Mine.',
    ],
    [
      'take a field',
      'type Statement @key(fields: "id") { id: ID! title: String! }',
      'Statement.title belongs to the hub',
    ],
    [
      'share a field',
      'type Statement @key(fields: "id") { id: ID! title: String! @shareable }',
      'Statement.title belongs to the hub',
    ],
    [
      'override a field',
      'type Statement @key(fields: "id") { id: ID! title: String! @override(from: "statements") }',
      '@override would take a field over.',
    ],
    [
      'override it by the long name',
      'type Statement @key(fields: "id") { id: ID! title: String! @federation__override(from: "statements") }',
      '@override would take a field over.',
    ],
    [
      'provide fields of others',
      'type Query { s: Statement @provides(fields: "title") } type Statement @key(fields: "id") { id: ID! title: String! @external }',
      '@provides',
    ],
    ['hide a field', 'type Query { a: Int @inaccessible }', '@inaccessible would hide'],
    [
      'pretend to be protected',
      'type Query { a: Int @policy(policies: [["members"]]) }',
      '@policy is checked by nobody',
    ],
    [
      'make a field that cannot be null',
      'type Statement @key(fields: "id") { id: ID! likes: Int! }',
      'Statement.likes must be nullable',
    ],
    ['make a query that cannot be null', 'type Query { weather: String! }', 'Query.weather must be nullable'],
    [
      'find an entity by another key',
      'type Statement @key(fields: "slug") { slug: String! likes: Int }',
      'cannot be found by "slug"',
    ],
    ['declare an entity without key', 'type Statement { id: ID! likes: Int }', 'Statement is an entity'],
    [
      'make an entity of what is none',
      'type PageInfo @key(fields: "endCursor") { endCursor: String likes: Int }',
      'PageInfo is no entity',
    ],
    ['add to what is no entity', 'type SignatureCount { likes: Int }', 'SignatureCount is no entity'],
    ['make another kind of a type', 'type StatementStatus { likes: Int }', 'another kind of type'],
    ['add a value to an enum', 'type Query { s: StatementStatus } enum StatementStatus { BURNT }', 'BURNT'],
    [
      'drop fields of an input',
      'type Query { a(filter: EventFilter): Int } input EventFilter { bodies: [String!] }',
      'EventFilter',
    ],
    [
      'add a member to a union',
      'type Query { a: Int } union SignStatementResult = Mine type Mine { a: Int }',
      'SignStatementResult',
    ],
    [
      'loosen a type',
      'type PageInfo @shareable { endCursor: String hasNextPage: Boolean hasPreviousPage: Boolean! startCursor: String } type Query { p: PageInfo }',
      'PageInfo.hasNextPage',
    ],
    [
      'use names of the machinery',
      'type Query { a: join__Thing } type join__Thing { a: Int }',
      'kept for federation',
    ],
    [
      'use a directive of one router',
      'directive @cost(weight: Int) on FIELD_DEFINITION type Query { a: Int @cost(weight: 1) }',
      '@cost is not known here',
    ],
    ['say nothing that fits together', 'type Query { a: Missing }', 'Missing'],
  ])('%s', (_what, sdl, fault) => {
    expect(faultsOf(sdl)).toContainEqual(expect.stringContaining(fault));
  });

  test('rename directives, to use one under the name of another', () => {
    const sdl = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", { name: "@override", as: "@tag" }])
      type Statement @key(fields: "id") { id: ID! title: String! @tag(from: "statements") }`;
    expect(admitGuest(graph, guest, sdl)).toMatchObject({
      faults: expect.arrayContaining(['@link must not rename what it imports.']),
    });
  });

  test('be a subgraph of Federation 1', () => {
    expect(admitGuest(graph, guest, 'type Query { a: Int }')).toMatchObject({
      faults: [expect.stringContaining('Federation 2')],
    });
  });

  test('say what types of the hub are', () => {
    const admission = admit('"An advertisement." type Statement @key(fields: "id") { id: ID! likes: Int }');
    if ('faults' in admission) throw new Error(admission.faults.join());
    const described = publicSchema(admission.graph.supergraph).getType('Statement')?.description;
    expect(described).toBe(graph.schema.getType('Statement')?.description);
  });
});

test('every fault is told at once', () => {
  const sdl =
    'type Query { statement: Int weather: Int! } type Statement @key(fields: "id") { id: ID! title: Int }';
  expect(faultsOf(sdl)).toHaveLength(3);
});

test('a later guest may not take what an earlier one has', () => {
  const first = admit('type Query { weather: String }');
  if ('faults' in first) throw new Error(first.faults.join());
  const second = admitGuest(first.graph, { ...guest, name: 'map' }, `${link} type Query { weather: String }`);
  expect(second).toEqual({ faults: ['Query.weather belongs to the hub.'] });
});
