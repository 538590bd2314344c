import { type CursorSealer, FeedUpdate } from '@coalition-hub/subgraph';
import type { AgendaItem } from '../types/agenda-item.js';
import type { Deadline } from '../types/deadline.js';
import type { Delivery } from '../types/delivery.js';
import type { Event } from '../types/event.js';
import type { SideEvent } from '../types/side-event.js';
import type { UpdateFacts } from './update-facts.js';
import type { UpdateRow } from './update-row.js';

/** Something that happened at, or to, an event, as all its followers share it. */
export class EventFeedUpdate extends FeedUpdate<UpdateRow> {
  constructor(
    row: UpdateRow,
    private readonly facts: UpdateFacts,
    sealer: CursorSealer,
  ) {
    super(row, sealer);
  }

  get event(): Promise<Event | null> {
    return this.facts.event(this.row.subjectId);
  }

  get agendaItem(): Promise<AgendaItem | null> | null {
    const { agendaItemId } = this.row;
    return agendaItemId === null ? null : this.facts.agendaItem(agendaItemId);
  }

  get deadline(): Promise<Deadline | null> | null {
    const { deadlineId } = this.row;
    return deadlineId === null ? null : this.facts.deadline(deadlineId);
  }

  get delivery(): Promise<Delivery | null> | null {
    const { deliveryId } = this.row;
    return deliveryId === null ? null : this.facts.delivery(deliveryId);
  }

  get sideEvent(): Promise<SideEvent | null> | null {
    const { sideEventId } = this.row;
    return sideEventId === null ? null : this.facts.sideEvent(sideEventId);
  }
}
