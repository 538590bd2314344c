import {
  type CommandScope,
  holdMerges,
  InvalidInput,
  isUuid,
  NotFound,
  refuse,
  survivorsOf,
} from '@coalition-hub/subgraph';
import type { Tables } from '../entities/tables.js';

const most = 50;

/** Refuses a list of organisations that is too short or too long, or names one twice. */
export function checkNamed(
  field: string,
  ids: readonly string[],
  { least }: { readonly least: 0 | 1 },
): void {
  if (ids.length < least) refuse(new InvalidInput(field, `"${field}" must name at least one organisation.`));
  if (ids.length > most)
    refuse(new InvalidInput(field, `"${field}" may name at most ${most} organisations.`));
  if (new Set(ids).size < ids.length)
    refuse(new InvalidInput(field, `"${field}" must name each organisation once.`));
}

/** Which organisations ids stand for now, in the order of the ids: one for two ids of one. */
export type MeantOrganisations = (ids: readonly string[]) => string[];

/**
 * Refuses organisations that the registry does not have. Not by `InvalidInput`, which is final: one may have been
 * registered a moment ago. Until the end of the transaction ids go on meaning the same.
 */
export async function meantOrganisations(
  { sql }: CommandScope<Tables>,
  ids: readonly string[],
): Promise<MeantOrganisations> {
  await holdMerges(sql);
  const survivors = await survivorsOf(sql, ids);
  const meant = new Set(survivors.values());
  const known = await sql
    .selectFrom('known_organisation')
    .select('id')
    .where('id', '=', (eb) => eb.fn.any(eb.val([...meant].filter(isUuid))))
    .execute();
  if (known.length < meant.size) refuse(new NotFound('organisation'));
  return (some) => [...new Set(some.map((id) => survivors.get(id) ?? id))];
}
