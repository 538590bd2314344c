import { buildSubgraphSchema } from '@apollo/subgraph';
import type { SubgraphEndpoint, SubgraphRequest } from '@coalition-hub/subgraph';
import { composeServices, compositionHasErrors } from '@theguild/federation-composition';
import { type ExecutionResult, execute, type GraphQLSchema, parse, subscribe } from 'graphql';

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@external", "@requires", "@inaccessible"])';

const booksSdl = `
  ${link}
  type Book @key(fields: "isbn") {
    isbn: ID!
    title: String!
    author: Author!
    secretShelf: String @inaccessible
  }
  type Author @key(fields: "id") { id: ID! }
  type Query {
    books(first: Int = 2): [Book!]!
    book(isbn: ID!): Book
    whoAsks: String
    slow(ms: Int!): String
    broken: String
    forbidden: String
  }
  type Mutation { renameBook(isbn: ID!, title: String!): Book }
  type Subscription {
    bookAdded(count: Int): Book
    flood: Book
  }
`;

const authorsSdl = `
  ${link}
  type Author @key(fields: "id") { id: ID! name: String! motto: String }
  type Query { author(id: ID!): Author }
`;

/** What the toys saw, for tests to look at. */
export interface Seen {
  readonly requests: SubgraphRequest[];
  /** Entity fetches that the subgraph of authors answered. */
  authorFetches: number;
  openSubscriptions: number;
  /** The next fetches of authors fail with these messages. */
  readonly authorFailures: string[];
}

export interface Toys {
  readonly sdl: string;
  readonly books: SubgraphEndpoint;
  readonly authors: SubgraphEndpoint;
  readonly seen: Seen;
  /** Makes the subscribers of `bookAdded` see one more book. */
  addBook(isbn: string): void;
}

export function createToys(): Toys {
  const seen: Seen = { requests: [], authorFetches: 0, openSubscriptions: 0, authorFailures: [] };
  const feed = createFeed(seen);
  const books = buildSubgraphSchema([{ typeDefs: parse(booksSdl), resolvers: bookResolvers(feed) as never }]);
  const authors = buildSubgraphSchema([
    { typeDefs: parse(authorsSdl), resolvers: authorResolvers(seen) as never },
  ]);
  return {
    sdl: compose({ books: booksSdl, authors: authorsSdl }),
    books: endpoint('books', books, seen),
    authors: endpoint('authors', authors, seen),
    seen,
    addBook: feed.add,
  };
}

function compose(sdls: Record<string, string>): string {
  const composed = composeServices(
    Object.entries(sdls).map(([name, sdl]) => ({
      name,
      url: `http://${name}.invalid`,
      typeDefs: parse(sdl),
    })),
  );
  if (compositionHasErrors(composed))
    throw new Error(composed.errors.map((error) => error.message).join('\n'));
  return composed.supergraphSdl;
}

function endpoint(name: string, schema: GraphQLSchema, seen: Seen): SubgraphEndpoint {
  const argsOf = (request: SubgraphRequest) => {
    seen.requests.push(request);
    const { document, variables, operationName } = request;
    return {
      schema,
      document,
      variableValues: variables,
      operationName: operationName ?? null,
      contextValue: request,
    };
  };
  return {
    name,
    execute: async (request) => execute(argsOf(request)) as ExecutionResult | Promise<ExecutionResult>,
    subscribe: async (request) => subscribe(argsOf(request)),
  };
}

function bookResolvers(feed: Feed) {
  const titles = new Map<string, string>();
  const book = (isbn: string) => ({
    isbn,
    title: titles.get(isbn) ?? `Title ${isbn}`,
    author: { id: `a${isbn}` },
    secretShelf: 'behind the door',
  });
  return {
    Query: {
      books: (_: unknown, { first }: { first: number }) =>
        Array.from({ length: first }, (_, i) => book(String(i + 1))),
      book: (_: unknown, { isbn }: { isbn: string }) => (isbn === 'none' ? null : book(isbn)),
      whoAsks: (_: unknown, __: unknown, { viewer }: SubgraphRequest) => viewer?.personId ?? null,
      slow: (_: unknown, { ms }: { ms: number }) =>
        new Promise((resolve) => setTimeout(resolve, ms, 'done').unref()),
      broken: () => {
        throw new Error('duplicate key value violates unique constraint "book_pkey"');
      },
      forbidden: () => {
        throw Object.assign(new Error('You may not'), {
          extensions: { code: 'FORBIDDEN', hint: 'ask the admin' },
        });
      },
    },
    Mutation: {
      renameBook: (_: unknown, { isbn, title }: { isbn: string; title: string }) => {
        titles.set(isbn, title);
        return book(isbn);
      },
    },
    Subscription: {
      bookAdded: {
        subscribe: (_: unknown, { count }: { count?: number }, { signal }: SubgraphRequest) =>
          feed.listen(count ?? Number.POSITIVE_INFINITY, signal),
        resolve: (isbn: string) => book(isbn),
      },
      flood: {
        async *subscribe(_: unknown, __: unknown, { signal }: SubgraphRequest) {
          for (let i = 0; !signal?.aborted; i++) {
            yield i;
            await new Promise((resolve) => setImmediate(resolve));
          }
        },
        resolve: (i: number) => ({ ...book(String(i)), title: 'x'.repeat(50_000) }),
      },
    },
  };
}

function authorResolvers(seen: Seen) {
  const author = (id: string) => ({ id, name: `Name ${id}`, motto: `Motto ${id}` });
  return {
    Author: {
      __resolveReference: ({ id }: { id: string }) => {
        seen.authorFetches++;
        const failure = seen.authorFailures.shift();
        if (failure) throw new Error(failure);
        return author(id);
      },
    },
    Query: { author: (_: unknown, { id }: { id: string }) => author(id) },
  };
}

type Feed = ReturnType<typeof createFeed>;

function createFeed(seen: Seen) {
  const listeners = new Set<(isbn: string) => void>();
  return {
    add: (isbn: string) => {
      for (const listener of listeners) listener(isbn);
    },
    /** An iterator as of a generator: `return` waits for a pending `next`, unless the signal aborts. */
    async *listen(count: number, signal?: AbortSignal) {
      const waiting: string[] = [];
      let wake: () => void = () => undefined;
      const listener = (isbn: string) => {
        waiting.push(isbn);
        wake();
      };
      listeners.add(listener);
      seen.openSubscriptions++;
      signal?.addEventListener('abort', () => wake());
      try {
        for (let sent = 0; sent < count; sent++) {
          while (waiting.length === 0 && !signal?.aborted)
            await new Promise<void>((resolve) => (wake = resolve));
          if (signal?.aborted) return;
          yield waiting.shift() as string;
        }
      } finally {
        listeners.delete(listener);
        seen.openSubscriptions--;
      }
    },
  };
}
