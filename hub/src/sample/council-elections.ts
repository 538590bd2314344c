import { AddresseeKind } from '@coalition-hub/statements';
import type { DocumentFacts, EventFacts, StatementFacts } from './document-facts.js';
import { placeholderOrganisations, summaryNotice } from './placeholder.js';

/**
 * Two documents of late 2013 about who sits on the Human Rights Council and how States work with its experts: the
 * letter that ISHR wrote on behalf of 40 leading NGOs, and a statement of the Special Procedures mandate holders.
 * Public facts are authors, addressees, numbers and days. The 40 and the mandate holders are placeholders, as are the
 * days of opening and closing; how many mandate holders signed is not said.
 */
const ngos = placeholderOrganisations(
  40,
  'Sample NGO of the letter on Council elections',
  'sample-elections-ngo',
  [null],
);

const mandateHolders = Array.from({ length: 12 }, (_, index) => ({
  name: `Sample mandate holder ${String(index + 1).padStart(2, '0')}`,
  capacity: 'Special Procedures mandate holder (placeholder)',
}));

const lettersCoalition = 'ngos-on-council-elections-2013';
const holdersCoalition = 'special-procedures-2013';

const letter: StatementFacts = {
  slug: 'council-elections-2013',
  coalition: lettersCoalition,
  kind: 'OPEN_LETTER',
  language: 'en',
  title: 'Letter to all States on the Human Rights Council elections of November 2013',
  text: `${summaryNotice} It was written by the International Service for Human Rights on behalf of 40 leading NGOs; the 40 are placeholders here.

On 12 November 2013 the General Assembly elects fourteen members of the Human Rights Council. Those who are elected promise to uphold the highest standards of human rights and to work with the Council fully. Some candidates do neither.

We ask all States to look at what candidates have done, and to vote accordingly.`,
  addressees: [
    {
      name: 'All States',
      kind: AddresseeKind.STATES,
      demands: [
        'Elect only those who uphold the highest standards of human rights, at home and at the Council.',
        'Work with the Special Procedures: invite them, receive them, answer them and respect their independence.',
        'Protect everybody who works with the United Nations from reprisals, and support a focal point for them.',
      ],
    },
  ],
  publishedAt: '2013-10-21T09:00:00.000Z',
  openedAt: '2013-10-21T09:00:00.000Z',
  signedAt: '2013-10-28T09:00:00.000Z',
  closedAt: '2013-11-04T16:00:00.000Z',
  coAuthors: ['ishr'],
  signatories: ngos.map(({ slug }) => slug),
};

const holdersStatement: StatementFacts = {
  slug: 'mandate-holders-2013',
  coalition: holdersCoalition,
  kind: 'JOINT_STATEMENT',
  language: 'en',
  title: 'Statement of the Special Procedures mandate holders on Human Rights Day 2013',
  text: `${summaryNotice} It is made by people in a capacity, not by organisations; all of them are placeholders here.

The mandate holders of the Special Procedures welcome what States and others have done with them over almost fifty years. They recall that some thirty States have never received any of them, that recommendations often go unheeded, and that some who spoke with them paid for it.

They call on everybody, and on States first, to work with them fully.`,
  addressees: [
    {
      name: 'States',
      kind: AddresseeKind.STATES,
      demands: [
        'Receive mandate holders when they ask for a visit, and let them meet whom they wish.',
        'Answer what they write, and follow up on what they recommend.',
        'Disagree with respect, and let nobody suffer for having spoken with them.',
      ],
    },
  ],
  publishedAt: '2013-12-10T08:00:00.000Z',
  openedAt: '2013-12-10T08:00:00.000Z',
  signedAt: '2013-12-10T09:00:00.000Z',
  closedAt: '2013-12-10T12:00:00.000Z',
  coAuthors: [],
  signatories: mandateHolders,
};

const election: EventFacts = {
  body: { code: 'UNGA', name: 'General Assembly of the United Nations' },
  event: {
    slug: 'council-elections-2013',
    title: 'Election of fourteen members of the Human Rights Council',
    session: '68',
    startsOn: '2013-11-12',
    endsOn: '2013-11-12',
    place: 'New York',
    country: 'US',
    timezone: 'America/New_York',
  },
  deliveries: [
    {
      statement: letter.slug,
      deliveredOn: '2013-11-05',
      mode: 'LETTER',
      addressees: 'All States',
      deliveredBy: ['ishr'],
      onBehalfOf: ngos.map(({ slug }) => slug),
    },
  ],
};

export const councilElections: DocumentFacts = {
  name: 'sample data: Human Rights Council elections 2013',
  organisations: ngos,
  coalitions: [
    {
      slug: lettersCoalition,
      name: 'Leading NGOs on the Human Rights Council elections of 2013',
      purpose: 'Sample coalition: ISHR and the 40, who are placeholders.',
      members: [
        { organisation: 'ishr', role: 'SECRETARIAT', joinedOn: '2013-10-21' },
        ...ngos.map(({ slug }) => ({ organisation: slug, role: 'MEMBER', joinedOn: '2013-10-21' })),
      ],
    },
    {
      slug: holdersCoalition,
      name: 'Special Procedures mandate holders in 2013',
      purpose: 'Sample coalition without members: people signed its statement, in their capacity.',
      members: [],
    },
  ],
  statements: [letter, holdersStatement],
  events: [election],
};
