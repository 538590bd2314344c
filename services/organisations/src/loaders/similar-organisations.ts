import { badInput, isUuid, type Reads } from '@coalition-hub/subgraph';
import DataLoader from 'dataloader';
import type { Tables } from '../entities/tables.js';
import { similarOrganisations } from '../matching/similar-organisations.js';

/** Organisations that one request may compare with all others: anybody may ask, and each costs a millisecond or two. */
const most = 50;

/** @throws Fault BAD_USER_INPUT when too many are asked for */
export function similarByOrganisation(reads: Reads<Tables>) {
  let asked = 0;
  return new DataLoader(async (ids: readonly string[]) => {
    asked += ids.length;
    if (asked > most) throw badInput(`"similar" can be asked of ${most} organisations at a time.`);
    const similar = await similarOrganisations(reads, ids.filter(isUuid));
    return ids.map((id) => similar.get(id) ?? []);
  });
}
