import type { Rights } from '@coalition-hub/subgraph';
import { type RawBuilder, sql } from 'kysely';
import { isConsulted } from './is-consulted.js';
import { isInsider } from './is-insider.js';

/** Whether a statement is there for everybody, as a condition on `statement` left-joined to `statement_state`. */
export const isPublic = sql<boolean>`(statement_state.statement_id is not null)`;

/**
 * Which statements exist for a viewer, as a condition on the same: public ones, all for insiders, and those that members
 * of the coalition are consulted about for these.
 */
export function isOpenTo(rights: Rights): RawBuilder<boolean> {
  return sql<boolean>`(${isPublic} or ${isInsider(rights)} or ${isConsulted(rights)})`;
}
