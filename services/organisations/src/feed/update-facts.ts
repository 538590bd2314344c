import { facts, type Reads } from '@coalition-hub/subgraph';
import type { Tables } from '../entities/tables.js';
import { coalitionsById } from '../loaders/coalitions-by-id.js';
import { membershipsById } from '../loaders/memberships-by-id.js';
import { organisationsById } from '../loaders/organisations-by-id.js';
import { roleTermsById } from '../loaders/role-terms.js';
import { workingGroupsById } from '../loaders/working-groups.js';

export type UpdateFacts = ReturnType<typeof updateFacts>;

/**
 * What updates that were read together refer to, read once and only if asked for, however many followers ask. All of
 * it is public.
 */
export function updateFacts(reads: Reads<Tables>) {
  return {
    coalition: facts(coalitionsById(reads)),
    organisation: facts(organisationsById(reads)),
    membership: facts(membershipsById(reads)),
    roleTerm: facts(roleTermsById(reads)),
    workingGroup: facts(workingGroupsById(reads)),
  };
}
