import { sql } from 'kysely';
import { StatementUpdateKind } from '../types/statement-update-kind.js';

/**
 * Which entries of the feed exist for members of the coalition who are consulted, as a condition on `statement_update`:
 * those from the beginning of the consultation on, but for amendments from before.
 */
export const isConsultedUpdate = sql<boolean>`(
  exists (
    select from statement_update as started
     where started.statement_id = statement_update.statement_id
       and started.sequence <= statement_update.sequence
       and started.kind = ${StatementUpdateKind.CONSULTATION_STARTED})
  and not exists (
    select from amendment
     where amendment.id = statement_update.amendment_id and not amendment.shared))`;
