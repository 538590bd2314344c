import { DeliveryMode } from '../types/delivery-mode.js';
import type { VenueRule } from '../types/venue-rule.js';

export const universalPeriodicReview: VenueRule = {
  code: 'UPR_JOINT_SUBMISSION',
  bodies: ['UPR'],
  title: 'Joint submission to the Universal Periodic Review',
  mode: DeliveryMode.WRITTEN,
  submitters: [],
  languages: ['ar', 'en', 'es', 'fr', 'ru', 'zh'],
  wordLimits: [],
  pageLimits: [
    { fromSubmitters: 1, pages: 5 },
    { fromSubmitters: 2, pages: 10 },
  ],
  timeLimits: [],
  leadDays: null,
  needsAgendaItem: false,
  notes: [
    'English, French or Spanish is preferred.',
    'All submitters are named at the beginning of the text.',
    'One submission is about one country.',
    'Each session of the working group has its own deadline, generally half a year before the review, at noon in Geneva.',
    'The ten pages are meant for large coalitions; how many make a large one is not fixed.',
  ],
  source:
    'OHCHR, technical guidelines for the submission of stakeholders’ information to the Universal Periodic Review (2008).',
};
