const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: [
  "@key", "@external", "@requires", "@provides", "@shareable", "@inaccessible", "@interfaceObject"
])`;

/** Several keys, an interface with a key, a union, a value type that two subgraphs share, a hidden value of an enum. */
const catalogue = `${link}
  interface Media @key(fields: "id") { id: ID! title: String! }
  type Book implements Media @key(fields: "id") @key(fields: "isbn") {
    id: ID! isbn: ID! title: String! pages: Int weight: Int @inaccessible genre: Genre
    sequel: Book author: Person shelf: Shelf! @shareable shelves: [Shelf] @shareable
  }
  type Film implements Media @key(fields: "id") {
    id: ID! title: String! minutes: Int! rating: Int basedOn: Media cast: [Person!]!
  }
  enum Genre { PROSE POETRY @inaccessible }
  type Shelf { row: Int! column: Int! }
  type Person @key(fields: "id") { id: ID! }
  union Work = Book | Film
  type Query {
    works: [Work]! media(id: ID): Media allMedia: [Media!] book(isbn: ID): Book film: Film
  }
  type Mutation { note(text: String): CatalogueNote }
  type CatalogueNote { count: Int! person: Person }
`;

/**
 * `Book` has both keys here: the planner cannot plan a field with `@requires` (`shipping`) from a subgraph that knows
 * the entity by a key that the field's own subgraph does not have.
 */
const people = `${link}
  type Person @key(fields: "id") {
    id: ID! name: String! @shareable born: Int secret: String passport: String!
    friends(first: Int, from: Int): [Person!]! made: [Work!]
  }
  type Book @key(fields: "id") @key(fields: "isbn") { id: ID! isbn: ID! }
  type Film @key(fields: "id") { id: ID! }
  union Work = Book | Film
  type Query { person: Person mustPerson: Person! persons: [Person] }
  type Mutation { remark(text: String): Remark }
  type Remark { count: Int! person: Person! }
`;

/** A compound key with objects in it, and a field computed from what another subgraph knows. */
const shops = `${link}
  type Shop @key(fields: "id") { id: ID! name: String }
  type Book @key(fields: "isbn") {
    isbn: ID! pages: Int @external weight: Int @external
    shipping: String @requires(fields: "pages weight") offers: [Offer!]!
    shelf: Shelf! @shareable shelves: [Shelf] @shareable
  }
  type Shelf { lamp: String }
  type Offer @key(fields: "shop { id } book { isbn }") { shop: Shop! book: Book! price: Float }
  type Query { offers: [Offer!] }
`;

const sellers = `${link}
  type Shop @key(fields: "id", resolvable: false) { id: ID! }
  type Book @key(fields: "isbn", resolvable: false) { isbn: ID! }
  type Offer @key(fields: "shop { id } book { isbn }") { shop: Shop! book: Book! seller: Person }
  type Person @key(fields: "id", resolvable: false) { id: ID! }
`;

/**
 * Adds fields to an interface without knowing its types, and provides a field that another subgraph owns. Nothing here
 * returns that interface: for a field of one of its types the planner then asks before it knows the type.
 */
const reviews = `${link}
  type Media @key(fields: "id") @interfaceObject { id: ID! score: Int reviews(first: Int): [Review!]! }
  type Review @key(fields: "id") {
    id: ID! text: String author: Person @provides(fields: "name")
  }
  type Person @key(fields: "id") { id: ID! name: String! @external }
  type Query { topReview: Review }
  type Subscription { reviewed: Review }
`;

export const subgraphSchemas: Readonly<Record<string, string>> = {
  catalogue,
  people,
  shops,
  sellers,
  reviews,
};
