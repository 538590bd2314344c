import type { EventsEvent, SignatoriesEvent, StatementsEvent } from '@coalition-hub/bus';
import { StatementUpdateKind } from '../types/statement-update-kind.js';

/** What services tell that may concern a statement. */
export type StatementEvent = StatementsEvent | SignatoriesEvent | EventsEvent;

/** What an event says of a statement. */
export interface EventUpdate {
  readonly kind: StatementUpdateKind;
  readonly statementId: string;
  readonly revisionId?: string | null;
  readonly signatureId?: string;
  readonly amendmentId?: string;
}

/** The feed's entry for an event; null for events of which followers of statements are not told. */
export function updateOfEvent({ type, data }: StatementEvent): EventUpdate | null {
  switch (type) {
    case 'STATEMENT_REVISED':
      return { ...data, kind: kindOfRevision(data.number) };
    case 'STATEMENT_WITHDRAWN':
      return { ...data, kind: StatementUpdateKind.WITHDRAWN };
    case 'STATEMENT_CONSULTATION_STARTED':
      return { ...data, kind: StatementUpdateKind.CONSULTATION_STARTED };
    case 'AMENDMENT_PROPOSED':
      return { ...data, kind: StatementUpdateKind.AMENDMENT_PROPOSED };
    case 'AMENDMENT_DECIDED':
      return { ...data, kind: StatementUpdateKind.AMENDMENT_DECIDED };
    case 'SIGNING_OPENED':
      return { ...data, kind: StatementUpdateKind.OPENED };
    case 'SIGNING_CLOSED':
      return { ...data, kind: StatementUpdateKind.CLOSED };
    case 'SIGNATURE_ADMITTED':
    case 'SIGNATURE_CONFIRMED':
    case 'PERSON_SIGNATURE_ADMITTED':
      return { ...data, kind: StatementUpdateKind.SIGNED };
    case 'SIGNATURE_WITHDRAWN':
    case 'PERSON_SIGNATURE_WITHDRAWN':
      return { ...data, kind: StatementUpdateKind.SIGNATURE_WITHDRAWN };
    case 'SIGNATURE_REPEATED':
      return { ...data, kind: StatementUpdateKind.SIGNATURE_REPEATED };
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
