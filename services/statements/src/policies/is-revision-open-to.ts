import type { Rights } from '@coalition-hub/subgraph';
import { type RawBuilder, sql } from 'kysely';
import { isConsulted } from './is-consulted.js';
import { isInsider } from './is-insider.js';
import { isPublic } from './is-open-to.js';

/**
 * The revision from which on a public statement can be read by everybody: the first that was opened. Earlier ones may
 * hold what a coalition decided not to say. While only a delivery was heard of, it is the current one, which is never
 * hidden; `least` passes over null.
 */
export const firstPublicNumber = sql<number>`least(statement_state.first_opened_number, statement.current_number)`;

/** What was set aside because another text was opened is as much a draft as what came before; on the same. */
export const isPublicRevision = sql<boolean>`(
  revision.number between ${firstPublicNumber} and statement.current_number)`;

/**
 * Which revisions exist for a viewer, as a condition on `revision` joined to `statement`, left-joined to
 * `statement_state`. Members of the coalition see those from the one on with which the consultation began.
 */
export function isRevisionOpenTo(rights: Rights): RawBuilder<boolean> {
  return sql<boolean>`(
    (${isPublic} and ${isPublicRevision})
    or ${isInsider(rights)}
    or (${isConsulted(rights)} and revision.number >= statement.consultation_from_number))`;
}
