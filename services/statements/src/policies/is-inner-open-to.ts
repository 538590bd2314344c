import type { Rights } from '@coalition-hub/subgraph';
import { type RawBuilder, sql } from 'kysely';
import { isConsulted } from './is-consulted.js';
import { isInsider } from './is-insider.js';

/**
 * Which amendments or comments exist for a viewer, as a condition on their table joined to `statement`. They stay among
 * those who saw the draft, also once the statement is public; and what was said before the consultation stays among
 * insiders.
 */
export function isInnerOpenTo(rights: Rights, table: 'amendment' | 'comment'): RawBuilder<boolean> {
  return sql<boolean>`(
    ${isInsider(rights)}
    or (${isConsulted(rights)} and ${sql.ref(`${table}.shared`)}))`;
}
