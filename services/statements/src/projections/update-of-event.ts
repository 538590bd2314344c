import type { EventsEvent, SignatoriesEvent, StatementsEvent } from '@coalition-hub/bus';
import { StatementUpdateKind } from '../types/statement-update-kind.js';

/** What services tell that may concern a statement. */
export type StatementEvent = StatementsEvent | SignatoriesEvent | EventsEvent;

/** What an event says of a statement. */
export interface EventUpdate {
  readonly kind: StatementUpdateKind;
  readonly statementId: string;
  readonly revisionId?: string;
  readonly signatureId?: string;
}

/** The feed's entry for an event; null for events of which followers of statements are not told. */
export function updateOfEvent({ type, data }: StatementEvent): EventUpdate | null {
  switch (type) {
    case 'STATEMENT_REVISED':
      return { ...data, kind: kindOfRevision(data.number) };
    case 'STATEMENT_WITHDRAWN':
      return { ...data, kind: StatementUpdateKind.WITHDRAWN };
    case 'SIGNING_OPENED':
      return { ...data, kind: StatementUpdateKind.OPENED };
    case 'SIGNING_CLOSED':
      return { ...data, kind: StatementUpdateKind.CLOSED };
    case 'SIGNATURE_ADMITTED':
      return { ...data, kind: StatementUpdateKind.SIGNED };
    case 'SIGNATURE_WITHDRAWN':
      return { ...data, kind: StatementUpdateKind.SIGNATURE_WITHDRAWN };
    case 'DELIVERY_RECORDED':
      return { ...data, kind: StatementUpdateKind.DELIVERED };
    default:
      return null;
  }
}

/** A statement is created together with its first revision: one update, not two. */
function kindOfRevision(number: number): StatementUpdateKind {
  return number === 1 ? StatementUpdateKind.CREATED : StatementUpdateKind.REVISED;
}
