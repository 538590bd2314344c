import { anyone, Policy } from '@coalition-hub/subgraph';
import { Arg, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { bodyCodeOf } from '../bodies/body-code.js';
import { VenueFactsInput } from '../types/venue-facts.js';
import { VenueFinding } from '../types/venue-finding.js';
import { VenueRule } from '../types/venue-rule.js';
import { checkAgainstVenue } from '../venues/check-against-venue.js';
import { rulesOfBody, venueRules } from '../venues/venue-rules.js';

@Resolver(() => VenueRule)
export class VenueRuleResolver {
  @Query(() => [VenueRule], { description: 'What bodies ask of statements.' })
  @Policy(anyone)
  venueRules(
    @Arg('body', () => String, { nullable: true, description: 'Code of a body; all bodies if left out.' })
    body: string | null | undefined,
  ): readonly VenueRule[] {
    return body == null ? venueRules : rulesOfBody(bodyCodeOf(body));
  }

  @FieldResolver(() => [VenueFinding], {
    description: 'Where a statement leaves the rule, as far as the facts say; none where it keeps it.',
  })
  findings(
    @Root() rule: VenueRule,
    @Arg('facts', () => VenueFactsInput, {
      nullable: true,
      description: 'What is known of the statement; without facts nothing is found.',
    })
    facts: VenueFactsInput | null | undefined,
  ): VenueFinding[] {
    return checkAgainstVenue(rule, facts ?? {});
  }
}
