import type { VenueRule } from '../types/venue-rule.js';
import { africanCommission } from './african-commission.js';
import { humanRightsCouncilOral } from './human-rights-council-oral.js';
import { humanRightsCouncilWritten } from './human-rights-council-written.js';
import { treatyBodies } from './treaty-bodies.js';
import { universalPeriodicReview } from './universal-periodic-review.js';

/** All rules that the hub knows of. Another venue is another file, listed here. */
export const venueRules: readonly VenueRule[] = [
  humanRightsCouncilWritten,
  humanRightsCouncilOral,
  universalPeriodicReview,
  treatyBodies,
  africanCommission,
];

/** @param body its code in capitals */
export function rulesOfBody(body: string): readonly VenueRule[] {
  return venueRules.filter(({ bodies }) => bodies.includes(body));
}
