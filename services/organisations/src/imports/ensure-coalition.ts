import { type CommandScope, cleanLine, InvalidInput, isSlug, refuse } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';

/** The coalition with this slug, made if there is none. */
export async function ensureCoalition(
  scope: CommandScope<Tables>,
  { slug, name }: { readonly slug: string; readonly name: string },
): Promise<{ readonly id: string; readonly created: boolean }> {
  if (!isSlug(slug)) {
    refuse(
      new InvalidInput(
        'coalition',
        'A slug may have lower-case letters, digits and single hyphens, 80 at most.',
      ),
    );
  }
  const id = scope.newId('coalition');
  const cleanName = cleanLine(name, { field: 'coalition', max: 300 });
  const { rows } = await sql<{ id: string }>`
    insert into coalition (id, slug, name) values (${id}, ${slug}, ${cleanName})
    on conflict (slug) do nothing returning id`.execute(scope.sql);
  if (rows.length === 0) return { id: await coalitionId(scope, slug), created: false };
  scope.emit({ type: 'COALITION_CREATED', subject: id, data: { coalitionId: id, slug, name: cleanName } });
  return { id, created: true };
}

async function coalitionId({ sql: db }: CommandScope<Tables>, slug: string): Promise<string> {
  const { id } = await db
    .selectFrom('coalition')
    .select('id')
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow();
  return id;
}
