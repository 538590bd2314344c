/**
 * A small world for which federation is easy to get wrong. Its objects answer by themselves, as the default resolvers
 * of graphql-js ask them: so one server with the whole schema and several subgraphs with parts of it say the same.
 */

type Answer = unknown;
export type Thing = { readonly __typename: string; readonly id: string } & Record<string, Answer>;

const count = 6;
const ids = Array.from({ length: count }, (_, index) => String(index + 1));

/** Pure, so that the subgraph that requires `weight` and `pages` and the server that has them agree. */
export function shipping(weight: unknown, pages: unknown): string {
  return `${JSON.stringify(weight)} for ${JSON.stringify(pages)}`;
}

export function createWorld() {
  const books = ids.map(book);
  const films = ids.map(film);
  const persons = ids.map(person);
  const shops = ids.map((id): Thing => ({ __typename: 'Shop', id: `s${id}`, name: `Shop ${id}` }));
  const notes: string[] = [];

  function book(id: string): Thing {
    const number = Number(id);
    const weight = number % 3 === 0 ? null : number * 10;
    const pages = number * 100;
    return {
      __typename: 'Book',
      id: `b${id}`,
      isbn: `i${id}`,
      title: `Book ${id}`,
      pages,
      weight,
      genre: number % 2 === 0 ? 'POETRY' : 'PROSE',
      sequel: () => (number < count ? books[number] : null),
      author: () => personOf(number),
      shelf: { row: number, column: number * 2, lamp: `lamp ${id}` },
      shelves: [{ row: 1, column: 2, lamp: 'a' }, null, { row: number, column: 4, lamp: 'b' }],
      shipping: () => shipping(weight, pages),
      offers: () => [offer(number), offer(number + 1)],
      ...reviewed(`b${id}`, number),
    };
  }

  function film(id: string): Thing {
    const number = Number(id);
    return {
      __typename: 'Film',
      id: `f${id}`,
      title: `Film ${id}`,
      minutes: number * 30,
      rating: number % 2 === 0 ? number : null,
      basedOn: () => (number % 2 === 0 ? books[number - 1] : films[number % count]),
      cast: () => [personOf(number), personOf(number + 1)],
      ...reviewed(`f${id}`, number),
    };
  }

  function person(id: string): Thing {
    const number = Number(id);
    return {
      __typename: 'Person',
      id: `p${id}`,
      name: `Person ${id}`,
      born: number % 2 === 0 ? null : 1900 + number,
      secret: () => fail(number % 2 === 0, `secret of ${id}`),
      passport: () => fail(number % 3 === 0, `passport of ${id}`),
      friends: ({ first = 2, from = 0 }: { first?: number; from?: number }) =>
        persons.filter((_, at) => at >= from && at < from + first && at !== number - 1),
      made: () => [books[number - 1], films[number - 1]],
    };
  }

  function offer(number: number) {
    const shop = shops[number % count] as Thing;
    const offered = books[(number * 2) % count] as Thing;
    return {
      __typename: 'Offer',
      shop,
      book: offered,
      price: number * 1.5,
      seller: () => personOf(number),
    };
  }

  function reviewed(id: string, number: number) {
    return {
      score: number % 4 === 0 ? null : number,
      reviews: ({ first = 2 }: { first?: number }) =>
        Array.from({ length: Math.min(first, 3) }, (_, index) => review(`${id}-${index}`, number + index)),
    };
  }

  function review(id: string, number: number): Thing {
    return {
      __typename: 'Review',
      id,
      text: `Review ${id}`,
      author: () => personOf(number),
    };
  }

  const personOf = (number: number) => persons[number % count] as Thing;
  const mediaOf = (id: string) => [...books, ...films].find((each) => each.id === id) ?? null;

  return {
    /** Undoes what mutations did. */
    forget: () => {
      notes.length = 0;
    },
    /** All entities by their type; those of `Offer` by their compound key. */
    find: (typename: string, key: Record<string, unknown>): unknown => {
      if (typename === 'Book') return books.find(({ id, isbn }) => id === key['id'] || isbn === key['isbn']);
      if (typename === 'Film') return films.find(({ id }) => id === key['id']);
      if (typename === 'Person') return persons.find(({ id }) => id === key['id']);
      if (typename === 'Shop') return shops.find(({ id }) => id === key['id']);
      if (typename === 'Media') return mediaOf(String(key['id']));
      if (typename === 'Review') return review(String(key['id']), Number(/\d/.exec(String(key['id']))?.[0]));
      throw new Error(`nothing is of the type ${typename}`);
    },
    root: {
      works: () => [books[0], films[1], books[2], null, films[3]],
      media: ({ id = 'b1' }: { id?: string }) => mediaOf(id),
      allMedia: () => [films[0], books[1], films[1]],
      book: ({ isbn = 'i2' }: { isbn?: string }) => books.find((each) => each['isbn'] === isbn) ?? null,
      film: () => films[1],
      person: () => persons[2],
      mustPerson: () => persons[0],
      persons: () => persons,
      offers: () => [offer(1), offer(2)],
      topReview: () => review('b1-0', 1),
      note: ({ text = '' }: { text?: string }) => {
        notes.push(text);
        return { count: notes.length, person: personOf(notes.length) };
      },
      remark: ({ text = '' }: { text?: string }) => {
        notes.push(text);
        return { count: notes.length, person: personOf(notes.length) };
      },
    },
  };
}

export type World = ReturnType<typeof createWorld>;

function fail(failing: boolean, value: string): string {
  if (failing) throw new Error(`no ${value}`);
  return value;
}
