import { readMemory } from '../process-table.js';
import { ask } from './ask.js';
import type { ScaleHub } from './scale-hub.js';
import { type ListName, pageOf } from './world.js';

/** The hub's memory after a part of the pages; megabytes of 10⁶ bytes. */
export interface MemoryMark {
  readonly pages: number;
  readonly entries: number;
  readonly residentMB: number;
  /** The least that JavaScript held in this part: what garbage collection cannot take. */
  readonly heapMB: number;
}

export interface MemoryFigures {
  readonly what: string;
  /** Before the first page, and after each quarter. */
  readonly marks: readonly MemoryMark[];
}

/** How many pages are in flight: as one reader who reads fast. */
const parallel = 4;

/** How often the heap is looked at, in pages. */
const lookEvery = 25;

/** What is read: a list, or the same list below several things. */
export interface Reading {
  readonly what: string;
  readonly list: ListName;
  /** Of what the list is below; one null for none. */
  readonly slugs: readonly (string | null)[];
  readonly entries: number;
}

/** Reads all pages of 200 and notes the hub's memory on the way. */
export async function watchMemory(
  hub: ScaleHub,
  { what, list, slugs, entries }: Reading,
  mostPages: number,
): Promise<MemoryFigures> {
  const watch = new MemoryWatch(hub, Math.min(mostPages, pagesOf(entries, slugs.length)));
  await watch.begin();
  const left = [...slugs];
  const read = async () => {
    for (let slug = left.shift(); slug !== undefined && !watch.done; slug = left.shift()) {
      let after: string | null = null;
      do {
        const { edges, pageInfo } = await pageOf(hub, list, { slug, first: 200, after });
        after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
        await watch.read(edges?.length ?? 200);
      } while (after !== null && !watch.done);
    }
  };
  await Promise.all(Array.from({ length: parallel }, read));
  return { what, marks: await watch.end() };
}

const pagesOf = (entries: number, lists: number) => Math.ceil(entries / 200 + lists / 2);

class MemoryWatch {
  readonly #marks: MemoryMark[] = [];
  #pages = 0;
  #entries = 0;
  #leastHeap = Infinity;

  constructor(
    private readonly hub: ScaleHub,
    private readonly expected: number,
  ) {}

  get done(): boolean {
    return this.#pages >= this.expected;
  }

  async begin(): Promise<void> {
    this.#marks.push(await this.mark());
  }

  async read(entries: number): Promise<void> {
    this.#pages += 1;
    this.#entries += entries;
    const quarters = this.#marks.length;
    if (this.#pages % lookEvery === 0) this.#leastHeap = Math.min(this.#leastHeap, await heapOf(this.hub));
    if (quarters < 4 && this.#marks.length === quarters && this.#pages * 4 >= this.expected * quarters)
      this.#marks.push(await this.mark());
  }

  async end(): Promise<readonly MemoryMark[]> {
    this.#marks.push(await this.mark());
    return this.#marks;
  }

  private async mark(): Promise<MemoryMark> {
    const least = Math.min(this.#leastHeap, await heapOf(this.hub));
    this.#leastHeap = Infinity;
    return {
      pages: this.#pages,
      entries: this.#entries,
      residentMB: readMemory(this.hub.pid).residentMB,
      heapMB: least,
    };
  }
}

async function heapOf({ url }: ScaleHub): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^nodejs_heap_size_used_bytes (\S+)$/m.exec(text)?.[1]) / 1e6;
}

/** Slugs of all statements. */
export async function statementSlugs(hub: ScaleHub): Promise<string[]> {
  const query = `query ($after: String) { statements(first: 200, after: $after) {
    edges { node { slug } } pageInfo { hasNextPage endCursor } } }`;
  const slugs: string[] = [];
  let after: string | null = null;
  do {
    const { statements }: SlugPage = await ask<SlugPage>(hub, { query, variables: { after } });
    slugs.push(...statements.edges.map(({ node }) => node.slug));
    after = statements.pageInfo.hasNextPage ? statements.pageInfo.endCursor : null;
  } while (after !== null);
  return slugs;
}

interface SlugPage {
  readonly statements: {
    readonly edges: readonly { readonly node: { readonly slug: string } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}
