import { type CommandScope, InvalidInput, isUuid, NotFound, refuse } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import { CircularHierarchy } from '../types/names-refusals.js';
import { OrganisationKind } from '../types/organisation-kind.js';

const mostNetworks = 50;

/**
 * Until the end of the transaction nobody else changes who is above whom: two changes that are fine by themselves could
 * close a circle together.
 */
export async function lockHierarchy({ sql: tx }: CommandScope<Tables>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('organisation hierarchy', 0))`.execute(tx);
}

/** The parent, if it is one; refuses an unknown one, and a circle. @param id null for an organisation that is new */
export async function checkedParent(
  scope: CommandScope<Tables>,
  id: string | null,
  parentId: string | null | undefined,
): Promise<string | null> {
  if (parentId == null) return null;
  await requireKinds(scope, [parentId]);
  if (id !== null && (await isAbove(scope, 'parent', id, [parentId]))) refuse(new CircularHierarchy());
  return parentId;
}

/** The networks, once each; refuses unknown ones, what is no network, and a circle. */
export async function checkedNetworks(
  scope: CommandScope<Tables>,
  id: string | null,
  networkIds: readonly string[],
): Promise<readonly string[]> {
  if (networkIds.length > mostNetworks)
    refuse(new InvalidInput('networkIds', `At most ${mostNetworks} networks can be kept.`));
  const ids = [...new Set(networkIds)];
  const kinds = await requireKinds(scope, ids);
  if (kinds.some((kind) => kind !== OrganisationKind.NETWORK))
    refuse(new InvalidInput('networkIds', '"networkIds" must name organisations of the kind NETWORK.'));
  if (id !== null && (await isAbove(scope, 'network', id, ids))) refuse(new CircularHierarchy());
  return ids;
}

/** Kinds of organisations, which are locked so that they are not merged meanwhile. */
async function requireKinds({ sql: tx }: CommandScope<Tables>, ids: readonly string[]): Promise<string[]> {
  if (!ids.every(isUuid)) refuse(new NotFound('organisation'));
  const { rows } = await sql<{ kind: string }>`
    select kind from organisation
     where id = any(${ids}::uuid[]) and merged_into is null order by id for share`.execute(tx);
  if (rows.length < ids.length) refuse(new NotFound('organisation'));
  return rows.map(({ kind }) => kind);
}

/** Whether an organisation is one of these or stands above one, at any distance. */
export async function isAbove(
  { sql: tx }: CommandScope<Tables>,
  relation: 'parent' | 'network',
  id: string,
  ids: readonly string[],
): Promise<boolean> {
  const step =
    relation === 'parent'
      ? sql`select organisation.parent_id from organisation join above on organisation.id = above.id
             where organisation.parent_id is not null`
      : sql`select network_id from network_constituent join above on organisation_id = above.id`;
  const { rows } = await sql`
    with recursive above (id) as (select unnest(${ids}::uuid[]) union ${step})
    select from above where id = ${id}`.execute(tx);
  return rows.length > 0;
}

/** Makes these the networks that an organisation is a constituent of. */
export async function setNetworks(
  { sql: tx }: CommandScope<Tables>,
  id: string,
  networkIds: readonly string[],
): Promise<void> {
  await sql`
    delete from network_constituent
     where organisation_id = ${id} and network_id <> all(${networkIds}::uuid[])`.execute(tx);
  await sql`
    insert into network_constituent (network_id, organisation_id)
    select network_id, ${id} from unnest(${networkIds}::uuid[]) as network_id
        on conflict do nothing`.execute(tx);
}
