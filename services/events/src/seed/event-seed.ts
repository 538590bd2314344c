import type { DeadlineKind } from '../types/deadline-kind.js';

/** An event with everything that is known of it but the statements made there. Days are `YYYY-MM-DD`. */
export interface EventSeed {
  /** Known by its code: another event may have brought it, under another id. */
  readonly body: { readonly id: string; readonly code: string; readonly name: string };
  readonly event: {
    readonly id: string;
    readonly slug: string;
    readonly title: string;
    readonly session: string | null;
    readonly startsOn: string;
    readonly endsOn: string;
    readonly place: string;
    readonly country: string | null;
    /** Of the IANA database. */
    readonly timezone?: string | null;
  };
  readonly agendaItems?: readonly AgendaItemSeed[];
  readonly deadlines?: readonly DeadlineSeed[];
  readonly sideEvents?: readonly SideEventSeed[];
}

export interface AgendaItemSeed {
  readonly id: string;
  readonly number: string;
  readonly title: string;
}

export interface DeadlineSeed {
  readonly id: string;
  readonly kind: `${DeadlineKind}`;
  readonly label: string | null;
  /** `YYYY-MM-DDTHH:MM` in its timezone. */
  readonly localTime: string;
  readonly timezone: string;
}

export interface SideEventSeed {
  readonly id: string;
  readonly title: string;
  readonly organiserIds: readonly string[];
  /** ISO 8601 instant. */
  readonly startsAt: string;
  readonly place: string;
}
