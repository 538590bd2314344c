import { inTurn, type Line, sizeOf } from './line.js';
import type { ListName, World } from './world.js';

const organisations = (
  args: string,
) => `query ($first: Int!, $after: String, $filter: OrganisationFilter, $orderBy: OrganisationOrder) {
  organisations(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    ${args} edges { node { slug name country } } pageInfo { hasNextPage endCursor } } }`;

const members = (
  args: string,
) => `query ($slug: String!, $first: Int!, $after: String, $asOf: Date, $filter: MemberFilter) {
  coalition(slug: $slug) { members(first: $first, after: $after, asOf: $asOf, filter: $filter) {
    ${args} edges { node { role joinedOn organisation { slug name country } } } pageInfo { hasNextPage endCursor } } } }`;

const statements = (
  args: string,
) => `query ($first: Int!, $after: String, $filter: StatementFilter, $orderBy: StatementOrder) {
  statements(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    ${args} edges { node { slug title status } } pageInfo { hasNextPage endCursor } } }`;

const signatures = (
  args: string,
) => `query ($slug: String!, $first: Int!, $after: String, $filter: SignatureFilter, $orderBy: SignatureOrder) {
  statement(slug: $slug) { signatures(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    ${args} edges { node { nameAsSigned signedOn organisation { slug name country } } } pageInfo { hasNextPage endCursor } } } }`;

const counts = `query ($slug: String!, $filter: StatementFilter) { statement(slug: $slug) {
  signatureCount { public asOf byCountry { country count } byRegion { region count } } }
  statements(first: 1, filter: $filter) { edges { node { slug } } } }`;

const queries: Readonly<Record<ListName, (args: string) => string>> = {
  organisations,
  members,
  statements,
  signatures,
};

const regions = ['EUROPE', 'AFRICA', 'AMERICAS'];
const countries = ['ES', 'FR', 'BR', 'SN', 'KE', 'MX', 'US', 'CO'];
const statementKinds = ['JOINT_STATEMENT', 'OPEN_LETTER', 'CALL_TO_ACTION'];

type Variables = Readonly<Record<string, unknown>>;

/** Statements are few in the sample: pages of as many in both. */
const firstOf = (list: ListName, turn: number) => (list === 'statements' ? 3 + (turn % 2) : sizeOf(turn));

function slugOf(list: ListName, { coalition, statement }: World): Variables {
  if (list === 'members') return { slug: coalition };
  return list === 'signatures' ? { slug: statement } : {};
}

/** A page of a list. */
function page(
  name: string,
  list: ListName,
  vary: (turn: number, world: World) => Variables = () => ({}),
  selected = '',
): Line {
  const query = queries[list](selected);
  return {
    name: `${list}: ${name}`,
    decides: 'ratio',
    question: (world, turn) => ({
      query,
      variables: { ...slugOf(list, world), first: firstOf(list, turn), ...vary(turn, world) },
    }),
  };
}

const deep =
  (list: ListName) =>
  (turn: number, { cursors }: World) => ({ after: inTurn(cursors[list], turn) });

/** The few of one country that the sample has. */
const ofCountry = (turn: number) => ({ first: 3, filter: { countries: [inTurn(countries, turn)] } });
/** Where hardly anybody sits: a list that is walked until enough are found is walked to its end. */
const ofRareCountries = (turn: number, { rareCountries }: World) => ({
  first: 5 + (turn % 2),
  filter: { countries: rareCountries },
});
const ofRegion = (turn: number) => ({ filter: { regions: [inTurn(regions, turn)] } });

export const listLines: readonly Line[] = [
  page('first page', 'organisations'),
  page('with the total', 'organisations', undefined, 'totalCount'),
  page('deep page', 'organisations', deep('organisations')),
  page('Z to A', 'organisations', () => ({ orderBy: 'NAME_DESC' })),
  page('of a country', 'organisations', ofCountry),
  page('of a country, with the total', 'organisations', ofCountry, 'totalCount'),
  page('of a region', 'organisations', ofRegion),
  page('of few countries', 'organisations', ofRareCountries),
  page('first page', 'members'),
  page('with the total', 'members', undefined, 'totalCount'),
  page('deep page', 'members', deep('members')),
  page('as of a day', 'members', (turn, { days }) => ({ asOf: inTurn(days, turn) })),
  page(
    'as of a day, with the total',
    'members',
    (turn, { days }) => ({ asOf: inTurn(days, turn) }),
    'totalCount',
  ),
  page('of a region', 'members', ofRegion),
  page('of a region, with the total', 'members', ofRegion, 'totalCount'),
  page('of a country', 'members', ofCountry),
  page('of a country, with the total', 'members', ofCountry, 'totalCount'),
  page('of few countries', 'members', ofRareCountries),
  page('of a small coalition', 'members', (turn) => ({
    slug: 'ceuta-and-melilla',
    first: 20 + (turn % 4),
  })),
  page('first page', 'statements'),
  page('with the total', 'statements', undefined, 'totalCount'),
  page('deep page', 'statements', deep('statements')),
  page('by title', 'statements', () => ({ orderBy: 'TITLE' })),
  page('of a kind', 'statements', (turn) => ({ filter: { kinds: [inTurn(statementKinds, turn)] } })),
  page('108 of one statement, all', 'signatures', (turn) => ({
    slug: 'ceuta-and-melilla',
    first: 108 + (turn % 90),
  })),
  page('first page', 'signatures'),
  page('with the total', 'signatures', undefined, 'totalCount'),
  page('deep page', 'signatures', deep('signatures')),
  page('by country', 'signatures', () => ({ orderBy: 'COUNTRY' })),
  page('by date', 'signatures', () => ({ orderBy: 'DATE' })),
  page('of a country', 'signatures', ofCountry),
  page('of a country, with the total', 'signatures', ofCountry, 'totalCount'),
  page('of a region', 'signatures', ofRegion),
  {
    name: 'signatures: counts, by country and region',
    decides: 'ratio',
    question: ({ statement }, turn) => ({
      query: counts,
      variables: { slug: statement, filter: { kinds: [inTurn(statementKinds, turn)] } },
    }),
  },
];
