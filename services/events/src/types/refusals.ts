import { Refusal } from '@coalition-hub/subgraph';
import { Directive, ObjectType } from 'type-graphql';

@ObjectType({ implements: Refusal, description: 'The statement has no such frozen list.' })
@Directive('@shareable')
export class ListUnknown extends Refusal {
  constructor() {
    super('LIST_UNKNOWN', 'This statement has no such frozen list. Closing its signing freezes one.');
  }
}

@ObjectType({ implements: Refusal, description: 'The list exists, but its content is not the one named.' })
@Directive('@shareable')
export class ListDigestMismatch extends Refusal {
  constructor() {
    super('LIST_DIGEST_MISMATCH', 'This is not the digest of that list. Please look at the list again.');
  }
}

@ObjectType({
  implements: Refusal,
  description:
    'The statement with this list was recorded at this event before, under the same agenda item and in the same form.',
})
@Directive('@shareable')
export class DeliveryExists extends Refusal {
  constructor() {
    super('DELIVERY_EXISTS', 'This delivery has been recorded already.');
  }
}

@ObjectType({
  implements: Refusal,
  description: 'Statements were made at the event, so what is on record of it stays.',
})
@Directive('@shareable')
export class EventHasDeliveries extends Refusal {
  constructor(made: 'READ_OUT' | 'HANDED_IN') {
    super(
      'EVENT_HAS_DELIVERIES',
      made === 'READ_OUT'
        ? 'Statements were made at this event: what is on record of it stays as it is.'
        : 'Statements were handed in for this event: its title and session stay as they are.',
    );
  }
}
