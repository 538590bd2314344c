import type { Names } from '@coalition-hub/organisations';
import { isSlug, isUuid } from '@coalition-hub/subgraph';
import type { Subgraphs } from '../../assembly/subgraphs.js';

type Organisations = Subgraphs['organisations'];

/** An organisation of the registry, as a report names it. */
export interface RegisteredBody extends Names {
  readonly id: string;
  readonly slug: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
}

const columns = ['id', 'slug', 'name', 'country', 'other_names as otherNames'] as const;

export async function bodiesById(
  { service }: Organisations,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RegisteredBody>> {
  const rows = await service.database.reads
    .selectFrom('organisation')
    .select(columns)
    .where('id', '=', (eb) => eb.fn.any(eb.val([...new Set(ids)])))
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * The organisations that people name by slug or id; one that was merged into another is that other one.
 * @returns ids by what was asked for; what names none is not in it
 */
export async function idsByReference(
  { service }: Organisations,
  references: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await service.database.reads
    .selectFrom('organisation')
    .select(['id', 'slug', 'merged_into as mergedInto'])
    .where((eb) =>
      eb.or([
        eb('slug', '=', eb.fn.any(eb.val(references.filter(isSlug)))),
        eb('id', '=', eb.fn.any(eb.val(references.filter(isUuid)))),
      ]),
    )
    .execute();
  const ids = new Map<string, string>();
  for (const { id, slug, mergedInto } of rows) ids.set(slug, mergedInto ?? id).set(id, mergedInto ?? id);
  return new Map(references.flatMap((asked) => entryOf(ids, asked)));
}

function entryOf(ids: ReadonlyMap<string, string>, asked: string): [string, string][] {
  const id = ids.get(asked) ?? ids.get(asked.toLowerCase());
  return id === undefined ? [] : [[asked, id]];
}
