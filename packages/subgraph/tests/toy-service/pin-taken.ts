import { Refusal } from '@coalition-hub/subgraph';
import { Directive, ObjectType } from 'type-graphql';

@ObjectType({ implements: Refusal, description: 'The pin has a note already.' })
@Directive('@shareable')
export class PinTaken extends Refusal {
  constructor() {
    super('PIN_TAKEN', 'This pin has a note already.');
  }
}
