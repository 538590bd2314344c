import { Refusal } from '@coalition-hub/subgraph';
import { Directive, ObjectType } from 'type-graphql';

@ObjectType({
  implements: Refusal,
  description: 'An organisation would stand above itself, as a chapter or in networks of networks.',
})
@Directive('@shareable')
export class CircularHierarchy extends Refusal {
  constructor() {
    super('CIRCULAR_HIERARCHY', 'This would put the organisation above itself.');
  }
}

@ObjectType({
  implements: Refusal,
  description: 'The two cannot be one: the same, or the one a chapter or constituent of the other.',
})
@Directive('@shareable')
export class CannotMerge extends Refusal {
  constructor(reason: string) {
    super('CANNOT_MERGE', reason);
  }
}
