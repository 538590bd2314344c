import { type Command, type CommandScope, DateScalar } from '@coalition-hub/subgraph';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { DeliveryRecord } from '../entities/delivery-record.js';
import type { Tables } from '../entities/tables.js';
import { canRecordDelivery } from '../policies/can-record-delivery.js';
import { DeliveryMode } from '../types/delivery-mode.js';
import { DeliveryExists } from '../types/refusals.js';
import { checkDelivery } from './check-delivery.js';
import { meantOrganisations } from './check-organisations.js';
import { type DeliveryManner, deliveryManner } from './delivery-manner.js';
import { type DeliverySubject, deliverySubject } from './delivery-subject.js';

@InputType({ description: 'A delivery to record: where, when and in whose name a statement was made.' })
export class RecordDeliveryInput {
  @Field(() => ID, { description: 'The statement that was made.' })
  statementId!: string;

  @Field(() => ID, { description: 'The event at which it was made.' })
  eventId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The item of that event’s agenda under which it was made.',
  })
  agendaItemId?: string | null;

  @Field(() => ID, { description: 'The frozen list of those in whose name it was made.' })
  listId!: string;

  @Field(() => String, { description: 'Digest of that list, as the list states it.' })
  listDigest!: string;

  @Field(() => DateScalar, {
    description:
      'The day on which it was made, one of the event’s days; of what was not read out, also in the year before.',
  })
  deliveredOn!: string;

  @Field(() => [ID], { description: 'The organisations that made it, in order: 1 to 50, each once.' })
  deliveredByIds!: string[];

  @Field(() => DeliveryMode, { nullable: true, description: 'In which form; read out if left out.' })
  mode?: DeliveryMode | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The organisation whose speaker read it out, if none of those that made it did.',
  })
  speakerId?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Organisations in whose name it was made beside those that made it: 50 at most, each once.',
  })
  onBehalfOfIds?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Symbol or number under which it was published, 60 characters at most.',
  })
  reference?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'To whom a letter was sent, 2,000 characters at most; needed for letters, and only for them.',
  })
  addressees?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Makes a repeat with the same input harmless, for 30 days; 8 to 200 characters.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The delivery is recorded.' })
export class RecordDeliverySuccess {
  deliveryId!: string;
}

export const recordDelivery: Command<Tables, RecordDeliveryInput, DeliverySubject, RecordDeliverySuccess> = {
  name: 'recordDelivery',
  subject: 'statement',
  success: RecordDeliverySuccess,
  load: deliverySubject,
  policy: canRecordDelivery,
  async change(scope, subject, input) {
    const manner = deliveryManner(input);
    await checkDelivery(scope, subject, input, manner);
    const record = await insertDelivery(scope, input, {
      ...manner,
      ...(await whoDelivered(scope, input, manner)),
    });
    const { id, statementId, eventId, agendaItemId, listId, listDigest, deliveredOn } = record;
    scope.emit({
      type: 'DELIVERY_RECORDED',
      subject: id,
      data: { deliveryId: id, statementId, eventId, agendaItemId, listId, listDigest, deliveredOn },
    });
    return Object.assign(new RecordDeliverySuccess(), { deliveryId: id });
  },
};

interface WhoDelivered {
  readonly deliveredByIds: string[];
  readonly onBehalfOfIds: string[];
  readonly speakerId: string | null;
}

async function whoDelivered(
  scope: CommandScope<Tables>,
  { deliveredByIds }: RecordDeliveryInput,
  { onBehalfOfIds, speakerId }: DeliveryManner,
): Promise<WhoDelivered> {
  const speakers = speakerId === null ? [] : [speakerId];
  const meant = await meantOrganisations(scope, [...deliveredByIds, ...onBehalfOfIds, ...speakers]);
  const [speaker = null] = meant(speakers);
  return { deliveredByIds: meant(deliveredByIds), onBehalfOfIds: meant(onBehalfOfIds), speakerId: speaker };
}

async function insertDelivery(
  scope: CommandScope<Tables>,
  input: RecordDeliveryInput,
  manner: DeliveryManner & WhoDelivered,
): Promise<DeliveryRecord> {
  const record = Object.assign(new DeliveryRecord(), {
    id: scope.newId('delivery'),
    statementId: input.statementId,
    eventId: input.eventId,
    agendaItemId: input.agendaItemId ?? null,
    listId: input.listId,
    listDigest: input.listDigest,
    deliveredOn: input.deliveredOn,
    ...manner,
  });
  scope.em.persist(record);
  await scope.flush({ delivery_once: () => new DeliveryExists() });
  return record;
}
