import { DateTimeScalar } from '@coalition-hub/subgraph';
import { Field, ID, ObjectType } from 'type-graphql';
import { Organisation } from './organisation.js';

@ObjectType({ description: 'What organisations hold beside an event, such as a panel in another room.' })
export class SideEvent {
  @Field(() => ID, { description: 'Opaque and stable.' })
  readonly id!: string;

  readonly eventId!: string;

  @Field(() => String, { description: 'What it is called.' })
  readonly title!: string;

  @Field(() => [Organisation], { description: 'The organisations that hold it, in the order given.' })
  readonly organisers!: readonly Organisation[];

  @Field(() => DateTimeScalar, { description: 'When it begins.' })
  readonly startsAt!: string;

  @Field(() => String, { description: 'Where it takes place, such as "Room XXV".' })
  readonly place!: string;
}
