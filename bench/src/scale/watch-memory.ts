import { readMemory } from '../process-table.js';
import { ask } from './ask.js';
import type { ScaleHub } from './scale-hub.js';
import { type ListName, pageOf, type WalkedPage } from './world.js';

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

/** As large as pages may be. */
const pageSize = 200;

/** How many pages are in flight: as one reader who reads fast. */
const parallel = 4;

/** How often the heap is looked at, in pages. */
const lookEvery = 5;

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
  const watch = new MemoryWatch(hub, Math.min(entries, mostPages * pageSize));
  await watch.begin();
  const left = [...slugs];
  const read = async () => {
    for (let slug = left.shift(); slug !== undefined && !watch.done; slug = left.shift()) {
      let after: string | null = null;
      do {
        const page: WalkedPage = await pageOf(hub, list, { slug, first: pageSize, after });
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
        await watch.read(page.edges.length);
      } while (after !== null && !watch.done);
    }
  };
  await Promise.all(Array.from({ length: parallel }, read));
  return { what, marks: await watch.end() };
}

/** Memory before the first page, and after each quarter of what is expected. */
class MemoryWatch {
  readonly #marks: MemoryMark[] = [];
  #pages = 0;
  #entries = 0;
  #quarters = 0;
  #leastHeap = Infinity;

  constructor(
    private readonly hub: ScaleHub,
    private readonly expected: number,
  ) {}

  get done(): boolean {
    return this.#entries >= this.expected;
  }

  begin(): Promise<void> {
    return this.mark();
  }

  async read(entries: number): Promise<void> {
    this.#pages += 1;
    this.#entries += entries;
    if (this.#pages % lookEvery === 0) this.#leastHeap = Math.min(this.#leastHeap, await heapOf(this.hub));
    if (this.#quarters >= 3 || this.#entries * 4 < this.expected * (this.#quarters + 1)) return;
    this.#quarters += 1;
    await this.mark();
  }

  async end(): Promise<readonly MemoryMark[]> {
    await this.mark();
    return this.#marks;
  }

  private async mark(): Promise<void> {
    const [pages, entries, before] = [this.#pages, this.#entries, this.#leastHeap];
    this.#leastHeap = Infinity;
    const heapMB = Math.min(before, await heapOf(this.hub));
    this.#marks.push({ pages, entries, heapMB, residentMB: readMemory(this.hub.pid).residentMB });
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
