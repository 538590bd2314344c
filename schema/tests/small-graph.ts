import type { Subgraph } from '@coalition-hub/schema';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@authenticated"])';

const REFUSALS = `
  "Why a mutation was not done"
  interface Refusal {
    "For programs"
    code: String!
    "For people"
    message: String!
  }
  "The input says what cannot be"
  type InputRefused implements Refusal @shareable {
    "For programs"
    code: String!
    "For people"
    message: String!
  }
`;

/** Two subgraphs of a graph that composes and keeps every rule. */
export const organisations: Subgraph = {
  name: 'organisations',
  sdl: `${LINK} ${REFUSALS}
  type Query {
    "One organisation by its slug"
    organisation("Its short name in addresses" slug: String!): Organisation
    "All organisations"
    organisations("At most so many" first: Int "After this cursor" after: String): OrganisationConnection!
  }
  type Mutation {
    "Adds an organisation to the registry"
    registerOrganisation("What to register" input: RegisterOrganisationInput!): RegisterOrganisationPayload!
  }
  "A body that can sign"
  type Organisation @key(fields: "id") {
    "Opaque id"
    id: ID!
    "Legal name"
    name: String!
    "How much is known of it"
    standing: Standing
  }
  "A page of organisations"
  type OrganisationConnection {
    "The organisations of this page"
    edges: [OrganisationEdge!]!
    "Where this page lies"
    pageInfo: PageInfo!
  }
  "An organisation in a page"
  type OrganisationEdge {
    "The organisation"
    node: Organisation!
    "Its place"
    cursor: String!
  }
  "Where a page lies"
  type PageInfo @shareable {
    "Whether more follow"
    hasNextPage: Boolean!
    "Whether more precede"
    hasPreviousPage: Boolean!
    "Place of the first item"
    startCursor: String
    "Place of the last item"
    endCursor: String
  }
  "How much is known of an organisation"
  enum Standing {
    "Entered by a person"
    REGISTERED
    "Named on a form"
    NAMED_ONLY
  }
  "What to register"
  input RegisterOrganisationInput {
    "Legal name"
    name: String!
  }
  "Outcomes of registering"
  union RegisterOrganisationPayload = RegisterOrganisationSuccess | InputRefused
  "The organisation was registered"
  type RegisterOrganisationSuccess {
    "The new organisation"
    organisation: Organisation!
  }
`,
};

export const statements: Subgraph = {
  name: 'statements',
  sdl: `${LINK} ${REFUSALS}
  type Query {
    "One statement by its slug"
    statement("Its short name in addresses" slug: String!): Statement
  }
  type Mutation {
    "Starts a statement"
    createStatement("What to start with" input: CreateStatementInput!): CreateStatementPayload!
  }
  "A document made jointly"
  type Statement @key(fields: "id") {
    "Opaque id"
    id: ID!
    "Its title"
    title: String!
    "Who writes it"
    coAuthors: [Organisation!]!
  }
  type Organisation @key(fields: "id", resolvable: false) {
    id: ID!
  }
  "What to start with"
  input CreateStatementInput {
    "Its title"
    title: String!
  }
  "Outcomes of starting a statement"
  union CreateStatementPayload = CreateStatementSuccess | InputRefused
  "The statement was started"
  type CreateStatementSuccess {
    "The new statement"
    statement: Statement!
  }
`,
};

/** The same subgraph with one piece of its SDL replaced; throws where there is nothing to replace. */
export function changed(subgraph: Subgraph, piece: string, replacement: string): Subgraph {
  if (!subgraph.sdl.includes(piece)) throw new Error(`${subgraph.name} does not contain ${piece}`);
  return { ...subgraph, sdl: subgraph.sdl.replace(piece, replacement) };
}
