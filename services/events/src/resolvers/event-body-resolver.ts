import { FieldResolver, Resolver, Root } from 'type-graphql';
import { EventBody } from '../types/event-body.js';
import { VenueRule } from '../types/venue-rule.js';
import { rulesOfBody } from '../venues/venue-rules.js';

@Resolver(() => EventBody)
export class EventBodyResolver {
  @FieldResolver(() => [VenueRule], { description: 'What it asks of statements, as far as the hub knows.' })
  rules(@Root() { code }: EventBody): readonly VenueRule[] {
    return rulesOfBody(code);
  }
}
