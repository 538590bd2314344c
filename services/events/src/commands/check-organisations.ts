import { type CommandScope, InvalidInput, isUuid, NotFound, refuse } from '@coalition-hub/subgraph';
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

/** Not `InvalidInput`, which is final: the organisation may have been registered a moment ago. */
export async function checkOrganisations(
  { sql }: CommandScope<Tables>,
  ids: readonly string[],
): Promise<void> {
  const named = new Set(ids);
  const known = await sql
    .selectFrom('known_organisation')
    .select('id')
    .where('id', '=', (eb) => eb.fn.any(eb.val([...named].filter(isUuid))))
    .execute();
  if (known.length < named.size) refuse(new NotFound('organisation'));
}
