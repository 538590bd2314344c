import { DeliveryMode } from '../types/delivery-mode.js';
import type { VenueRule } from '../types/venue-rule.js';
import { VenueStanding } from '../types/venue-standing.js';

export const africanCommission: VenueRule = {
  code: 'ACHPR_ORAL_STATEMENT',
  bodies: ['ACHPR'],
  title: 'Oral statement at the African Commission on Human and Peoples’ Rights',
  mode: DeliveryMode.ORAL,
  submitters: [VenueStanding.ACHPR_OBSERVER],
  languages: ['ar', 'en', 'fr', 'pt', 'es', 'sw'],
  wordLimits: [],
  pageLimits: [],
  timeLimits: [{ occasion: 'Public session', seconds: 180 }],
  leadDays: null,
  needsAgendaItem: false,
  notes: [
    'The chair sets the speaking time of each item; three minutes are usual.',
    'Observers report on their activities every two years.',
  ],
  source:
    'Resolution ACHPR/Res.361(LIX)2016 on observer status, and the practice of the Commission’s public sessions.',
};
