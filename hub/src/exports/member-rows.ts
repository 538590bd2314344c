import { membersAsOf } from '@coalition-hub/organisations';
import type { Subgraphs } from '../assembly/subgraphs.js';
import { HubError } from '../hub-error.js';
import type { ExportRow } from './write-rows.js';

/** In the order of the file. The first ones are read by `import-organisations`. */
export const memberColumns = [
  'name',
  'country',
  'region',
  'role',
  'joined_on',
  'ended_on',
  'slug',
  'organisation_id',
] as const;

/**
 * A coalition's members on a day, by name.
 * @param day `YYYY-MM-DD`
 * @throws HubError for an unknown coalition, before the first row
 */
export async function memberRows(
  { service }: Subgraphs['organisations'],
  slug: string,
  day: string,
): Promise<AsyncIterable<ExportRow>> {
  const reads = service.database.reads;
  const coalition = await reads
    .selectFrom('coalition')
    .select('id')
    .where('slug', '=', slug)
    .executeTakeFirst();
  if (coalition === undefined) throw new HubError(`There is no coalition "${slug}".`);
  return rowsOf(membersAsOf(reads, coalition.id, day));
}

async function* rowsOf(pages: ReturnType<typeof membersAsOf>): AsyncGenerator<ExportRow, void> {
  for await (const page of pages)
    for (const { name, country, region, role, joinedOn, endedOn, slug, organisationId } of page)
      yield {
        name,
        country,
        region,
        role,
        joined_on: joinedOn,
        ended_on: endedOn,
        slug,
        organisation_id: organisationId,
      };
}
