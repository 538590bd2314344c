import { DeliveryMode } from '../types/delivery-mode.js';
import type { VenueRule } from '../types/venue-rule.js';

export const treatyBodies: VenueRule = {
  code: 'TREATY_BODY_SUBMISSION',
  bodies: ['CAT', 'CCPR', 'CED', 'CEDAW', 'CERD', 'CESCR', 'CMW', 'CRC', 'CRPD'],
  title: 'Submission to a committee that watches over a human rights treaty',
  mode: DeliveryMode.WRITTEN,
  submitters: [],
  languages: ['en', 'es', 'fr'],
  wordLimits: [],
  pageLimits: [],
  timeLimits: [],
  leadDays: null,
  needsAgendaItem: false,
  notes: [
    'Each committee sets length and deadline itself, for each session and for each call for comments.',
    'Submissions are published unless the submitter asks otherwise.',
  ],
  source: 'The committees’ information notes for civil society, which OHCHR publishes for each session.',
};
