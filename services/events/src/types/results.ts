import { IdempotencyKeyReused, InvalidInput, NotFound } from '@coalition-hub/subgraph';
import { createUnionType } from 'type-graphql';
import { AddAgendaItemSuccess } from '../commands/add-agenda-item.js';
import { AddDeadlineSuccess } from '../commands/add-deadline.js';
import { AddSideEventSuccess } from '../commands/add-side-event.js';
import { CreateEventSuccess } from '../commands/create-event.js';
import { MoveDeadlineSuccess } from '../commands/move-deadline.js';
import { RecordDeliverySuccess } from '../commands/record-delivery.js';
import { UpdateEventSuccess } from '../commands/update-event.js';
import { DeliveryExists, EventHasDeliveries, ListDigestMismatch, ListUnknown } from './refusals.js';

export const CreateEventResult = createUnionType({
  name: 'CreateEventResult',
  description: 'What came of creating an event.',
  types: () => [CreateEventSuccess, InvalidInput, IdempotencyKeyReused] as const,
});

export const UpdateEventResult = createUnionType({
  name: 'UpdateEventResult',
  description: 'What came of changing an event.',
  types: () =>
    [UpdateEventSuccess, EventHasDeliveries, InvalidInput, NotFound, IdempotencyKeyReused] as const,
});

export const AddAgendaItemResult = createUnionType({
  name: 'AddAgendaItemResult',
  description: 'What came of adding an agenda item.',
  types: () => [AddAgendaItemSuccess, InvalidInput, NotFound, IdempotencyKeyReused] as const,
});

export const AddDeadlineResult = createUnionType({
  name: 'AddDeadlineResult',
  description: 'What came of setting a deadline.',
  types: () => [AddDeadlineSuccess, InvalidInput, NotFound, IdempotencyKeyReused] as const,
});

export const MoveDeadlineResult = createUnionType({
  name: 'MoveDeadlineResult',
  description: 'What came of moving a deadline.',
  types: () => [MoveDeadlineSuccess, InvalidInput, NotFound, IdempotencyKeyReused] as const,
});

export const AddSideEventResult = createUnionType({
  name: 'AddSideEventResult',
  description: 'What came of announcing a side event.',
  types: () => [AddSideEventSuccess, InvalidInput, NotFound, IdempotencyKeyReused] as const,
});

export const RecordDeliveryResult = createUnionType({
  name: 'RecordDeliveryResult',
  description: 'What came of recording a delivery.',
  types: () =>
    [
      RecordDeliverySuccess,
      ListUnknown,
      ListDigestMismatch,
      DeliveryExists,
      InvalidInput,
      NotFound,
      IdempotencyKeyReused,
    ] as const,
});
