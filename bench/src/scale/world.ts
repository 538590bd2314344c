import { ask } from './ask.js';
import type { ScaleHub } from './scale-hub.js';

/** An organisation as searches are made from it. */
export interface NamedOrganisation {
  readonly name: string;
  readonly acronym: string | null;
}

/** What can be asked of a hub: the same of both, but for names and places in lists. */
export interface World {
  readonly hub: ScaleHub;
  /** Slug of the coalition whose members are listed. */
  readonly coalition: string;
  /** Slug of the statement with the most signatures. */
  readonly statement: string;
  /** Days on which many of the coalition's members were members already. */
  readonly days: readonly string[];
  /** In which some organisations sit, but few of all. */
  readonly rareCountries: readonly string[];
  /** Places in the middle of lists, by the name of the list. */
  readonly cursors: Readonly<Record<ListName, readonly string[]>>;
  readonly names: readonly NamedOrganisation[];
  readonly titles: readonly string[];
}

export type ListName = 'organisations' | 'members' | 'statements' | 'signatures';

export interface WorldStart
  extends Pick<World, 'hub' | 'coalition' | 'statement' | 'days' | 'rareCountries'> {
  /** Entries from place to place. */
  readonly stride: Readonly<Record<ListName, number>>;
}

/** How many places of each list are asked for in turn. */
const places = 8;

/** How each list is walked: the path to it in an answer, and what is asked. */
export const walks: Readonly<Record<ListName, { query: string; path: readonly string[] }>> = {
  organisations: {
    query: `query ($first: Int!, $after: String) {
      organisations(first: $first, after: $after) { edges { node { name acronym } } pageInfo { hasNextPage endCursor } } }`,
    path: ['organisations'],
  },
  members: {
    query: `query ($slug: String!, $first: Int!, $after: String) { coalition(slug: $slug) {
      members(first: $first, after: $after) { edges { node { joinedOn } } pageInfo { hasNextPage endCursor } } } }`,
    path: ['coalition', 'members'],
  },
  statements: {
    query: `query ($first: Int!, $after: String) {
      statements(first: $first, after: $after) { edges { node { title } } pageInfo { hasNextPage endCursor } } }`,
    path: ['statements'],
  },
  signatures: {
    query: `query ($slug: String!, $first: Int!, $after: String) { statement(slug: $slug) {
      signatures(first: $first, after: $after) { edges { node { nameAsSigned country: countryAsSigned } } pageInfo { hasNextPage endCursor } } } }`,
    path: ['statement', 'signatures'],
  },
};

export interface WalkedPage {
  readonly edges: readonly { readonly node: { name?: string; acronym?: string | null; title?: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Looks around in a hub, so that everything can be asked of it. */
export async function exploreWorld(start: WorldStart): Promise<World> {
  const slugs = { members: start.coalition, signatures: start.statement };
  const walked = async (list: ListName) =>
    walk(start.hub, list, slugs[list as keyof typeof slugs], start.stride[list]);
  const organisations = await walked('organisations');
  const statements = await walked('statements');
  const [members, signatures] = [await walked('members'), await walked('signatures')];
  return {
    ...start,
    cursors: {
      organisations: cursorsOf(organisations),
      members: cursorsOf(members),
      statements: cursorsOf(statements),
      signatures: cursorsOf(signatures),
    },
    names: nodesOf(organisations).map(({ name = '', acronym = null }) => ({ name, acronym })),
    titles: nodesOf(statements).map(({ title = '' }) => title),
  };
}

async function walk(
  hub: ScaleHub,
  list: ListName,
  slug: string | undefined,
  stride: number,
): Promise<WalkedPage[]> {
  const found: WalkedPage[] = [];
  let after: string | null = null;
  let stepped = 0;
  while (found.length < places) {
    const first = Math.min(200, stride - (stepped % stride));
    const page: WalkedPage = await pageOf(hub, list, { slug, first, after });
    stepped += first;
    after = page.pageInfo.endCursor;
    if (stepped % stride === 0) found.push(page);
    if (!page.pageInfo.hasNextPage) break;
  }
  return found;
}

export async function pageOf(
  hub: ScaleHub,
  list: ListName,
  variables: Readonly<Record<string, unknown>>,
): Promise<WalkedPage> {
  const { query, path } = walks[list];
  const data = await ask<unknown>(hub, { query, variables });
  return path.reduce((within, key) => (within as Record<string, unknown>)[key], data) as WalkedPage;
}

function cursorsOf(pages: readonly WalkedPage[]): string[] {
  const going = pages.filter(({ pageInfo }) => pageInfo.hasNextPage);
  return going.flatMap(({ pageInfo }) => (pageInfo.endCursor === null ? [] : [pageInfo.endCursor]));
}

function nodesOf(pages: readonly WalkedPage[]) {
  return pages.flatMap(({ edges }) => edges.map(({ node }) => node));
}
