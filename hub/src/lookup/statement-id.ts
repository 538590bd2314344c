import { isSlug } from '@coalition-hub/subgraph';
import type { Subgraphs } from '../assembly/subgraphs.js';
import { HubError } from '../hub-error.js';

/** @throws HubError where no statement has the slug */
export async function statementId({ service }: Subgraphs['statements'], slug: string): Promise<string> {
  const statement = isSlug(slug)
    ? await service.database.reads
        .selectFrom('statement')
        .select('id')
        .where('slug', '=', slug)
        .executeTakeFirst()
    : undefined;
  if (statement === undefined) throw new HubError(`There is no statement "${slug}".`);
  return statement.id;
}
