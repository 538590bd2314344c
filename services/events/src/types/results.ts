import { IdempotencyKeyReused, InvalidInput, NotFound } from '@coalition-hub/subgraph';
import { createUnionType } from 'type-graphql';
import { AddAgendaItemSuccess } from '../commands/add-agenda-item.js';
import { CreateEventSuccess } from '../commands/create-event.js';
import { RecordDeliverySuccess } from '../commands/record-delivery.js';
import { DeliveryExists, ListDigestMismatch, ListUnknown } from './refusals.js';

export const CreateEventResult = createUnionType({
  name: 'CreateEventResult',
  description: 'What came of creating an event.',
  types: () => [CreateEventSuccess, InvalidInput, IdempotencyKeyReused] as const,
});

export const AddAgendaItemResult = createUnionType({
  name: 'AddAgendaItemResult',
  description: 'What came of adding an agenda item.',
  types: () => [AddAgendaItemSuccess, InvalidInput, NotFound, IdempotencyKeyReused] as const,
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
