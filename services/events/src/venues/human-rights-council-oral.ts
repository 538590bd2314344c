import { DeliveryMode } from '../types/delivery-mode.js';
import type { VenueRule } from '../types/venue-rule.js';
import { VenueStanding } from '../types/venue-standing.js';

export const humanRightsCouncilOral: VenueRule = {
  code: 'HRC_ORAL_STATEMENT',
  bodies: ['HRC'],
  title: 'Oral statement at the Human Rights Council',
  mode: DeliveryMode.ORAL,
  submitters: [VenueStanding.ECOSOC_GENERAL, VenueStanding.ECOSOC_SPECIAL, VenueStanding.ECOSOC_ROSTER],
  languages: ['ar', 'en', 'es', 'fr', 'ru', 'zh'],
  wordLimits: [],
  pageLimits: [],
  timeLimits: [
    { occasion: 'General debate', seconds: 90 },
    { occasion: 'Interactive dialogue', seconds: 90 },
  ],
  leadDays: null,
  needsAgendaItem: true,
  notes: [
    'The slot belongs to an organisation with consultative status; it may speak for others, whom it names.',
    'Each session sets its own speaking times and its own days for the list of speakers: look at its programme of work.',
  ],
  source:
    'ECOSOC resolution 1996/31 and the practice of the Human Rights Council; speaking times as in recent sessions.',
};
