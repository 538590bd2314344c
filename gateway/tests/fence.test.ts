import type { SubgraphEndpoint } from '@coalition-hub/subgraph';
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { composeServices, compositionHasErrors } from '@theguild/federation-composition';
import { parse } from 'graphql';
import { startToyGateway, type ToyGateway, tokenOf } from './toy-gateway.js';

const sdl = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.5",
    import: ["@key", "@authenticated", "@requiresScopes"])
  interface Named { name: String }
  type Shelf implements Named { name: String secret: String @authenticated books: [Tome!]! }
  type Box implements Named { name: String @authenticated }
  scalar Secret @authenticated
  type Tome @requiresScopes(scopes: [["read:tomes", "adult"], ["librarian"]]) { title: String }
  type Query { shelf: Shelf open: String own: String @authenticated code: Secret things: [Named!]! }
  type Mutation { change: Boolean @requiresScopes(scopes: [["write"]]) }
  type Subscription { changed: Boolean @authenticated }
`;

/** A subgraph that checks nothing, and answers everything. */
const careless = {
  name: 'careless',
  asked: 0,
  async execute() {
    careless.asked += 1;
    return { data: answer };
  },
  async subscribe() {
    careless.asked += 1;
    return { data: null };
  },
};

const answer = {
  shelf: { name: 'A', secret: 'S', books: [{ title: 'T' }] },
  open: 'O',
  own: 'W',
  change: true,
  things: [{ __typename: 'Shelf', name: 'A' }],
};

let supergraphSdl: string;
let toy: ToyGateway;

beforeAll(() => {
  const composed = composeServices([
    { name: 'careless', url: 'http://careless.invalid', typeDefs: parse(sdl) },
  ]);
  if (compositionHasErrors(composed))
    throw new Error(composed.errors.map(({ message }) => message).join('\n'));
  supergraphSdl = composed.supergraphSdl;
});

beforeEach(async () => {
  careless.asked = 0;
  toy = await startToyGateway({
    supergraphSdl,
    subgraphs: { careless: { endpoint: careless as unknown as SubgraphEndpoint } },
  });
});

const signedIn = (scope?: string) => ({
  authorization: `Bearer ${tokenOf('ada')}${scope === undefined ? '' : `@${scope}`}`,
});

describe('what the supergraph keeps for some', () => {
  test.each([
    ['a field', '{ own }', ['own']],
    ['an alias', '{ mine: own }', ['mine']],
    ['a field below', '{ shelf { secret } }', ['shelf', 'secret']],
    ['a field in a fragment', 'query { ...f } fragment f on Query { own }', ['own']],
    ['a field beside open ones', '{ open own }', ['own']],
    ['a type', '{ shelf { books { title } } }', ['shelf', 'books']],
    ['a kind of value', '{ code }', ['code']],
    ['a mutation', 'mutation { change }', ['change']],
    ['a field of one type behind an interface', '{ things { name } }', ['things', 'name']],
  ])('is refused to who is signed out, before any subgraph is asked: %s', async (_what, query, path) => {
    const { body } = await toy.post(query);
    expect(body).toEqual({
      errors: [
        {
          message: 'Please sign in first.',
          path,
          extensions: { code: 'UNAUTHENTICATED', requestId: expect.any(String) },
        },
      ],
      data: null,
    });
    expect(careless.asked).toBe(0);
  });

  test('is told to who is signed in', async () => {
    const { body } = await toy.post('{ open own shelf { secret } }', {}, signedIn());
    expect(body).toEqual({ data: { open: 'O', own: 'W', shelf: { secret: 'S' } } });
  });

  test('does not keep back what is open, nor what is not asked for', async () => {
    const query = 'query ($me: Boolean!) { open own @include(if: $me) }';
    expect((await toy.post(query, { me: false })).body).toEqual({ data: { open: 'O' } });
    expect((await toy.post(query, { me: true })).body.errors).toHaveLength(1);
  });

  test.each([
    ['none of its scopes', '{ shelf { books { title } } }', undefined],
    ['half of a set of scopes', '{ shelf { books { title } } }', 'adult'],
    ['another scope', 'mutation { change }', 'adult'],
  ])('is refused to a token with %s', async (_what, query, scope) => {
    const { body } = await toy.post(query, {}, signedIn(scope));
    expect(body.data).toBeNull();
    expect(body.errors[0].extensions.code).toBe('FORBIDDEN');
    expect(careless.asked).toBe(0);
  });

  test('is told to a token with one of the sets', async () => {
    expect((await toy.post('mutation { change }', {}, signedIn('write'))).body).toEqual({
      data: { change: true },
    });
    expect((await toy.post('{ shelf { books { title } } }', {}, signedIn('librarian'))).body).toEqual({
      data: { shelf: { books: [{ title: 'T' }] } },
    });
  });

  test('is not subscribed to by who is signed out', async () => {
    const events = toy.connect().iterate({ query: 'subscription { changed }' });
    const { value } = await events.next();
    expect(value).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    expect(careless.asked).toBe(0);
  });
});
