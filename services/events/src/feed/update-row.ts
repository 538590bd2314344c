import type { UpdateRow as AnyUpdateRow } from '@coalition-hub/subgraph';
import type { EventUpdateKind } from '../types/event-update-kind.js';

/** An entry of the feed as it is read. */
export interface UpdateRow extends AnyUpdateRow {
  readonly kind: EventUpdateKind;
  readonly agendaItemId: string | null;
  readonly deadlineId: string | null;
  readonly deliveryId: string | null;
  readonly sideEventId: string | null;
}
