import { DeliveryMode } from '../types/delivery-mode.js';
import type { VenueRule } from '../types/venue-rule.js';
import { VenueStanding } from '../types/venue-standing.js';

export const humanRightsCouncilWritten: VenueRule = {
  code: 'HRC_WRITTEN_STATEMENT',
  bodies: ['HRC'],
  title: 'Written statement to the Human Rights Council',
  mode: DeliveryMode.WRITTEN,
  submitters: [VenueStanding.ECOSOC_GENERAL, VenueStanding.ECOSOC_SPECIAL, VenueStanding.ECOSOC_ROSTER],
  languages: ['en', 'fr', 'es'],
  wordLimits: [
    { standing: VenueStanding.ECOSOC_GENERAL, words: 2_000 },
    { standing: VenueStanding.ECOSOC_SPECIAL, words: 1_500 },
    { standing: VenueStanding.ECOSOC_ROSTER, words: 1_500 },
  ],
  pageLimits: [],
  timeLimits: [],
  leadDays: 14,
  needsAgendaItem: true,
  notes: [
    'Footnotes count as words.',
    'Submitters are named as in the ECOSOC database: general status first, then special, then roster.',
    'Organisations without status go into a footnote to the title, which says that they share the views expressed.',
    'What has been handed in is final.',
  ],
  source:
    'ECOSOC resolution 1996/31, as the secretariat of the Human Rights Council applies it in its guidelines for written statements of non-governmental organisations.',
};
