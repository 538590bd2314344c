import { AddresseeKind } from '@coalition-hub/statements';
import type {
  CoalitionFacts,
  DocumentFacts,
  EventFacts,
  OrganisationFacts,
  RoleTermFacts,
  StatementFacts,
} from './document-facts.js';
import { summaryNotice } from './placeholder.js';

/**
 * The Global Migration Group as of October 2013. Public facts are its 16 entities; that it first met on 9 May 2006;
 * the chairs below with their half-years; that OHCHR chaired a working group for its first 18 months; the joint
 * statement of 30 September 2010; and the High-level Dialogue with side events. Half-years that are not there are not
 * known to us. Placeholders: days of joining after 2006, the first day of the working group, the days of the papers of
 * 2013, one of those papers, and all side events. The Group signs its papers as the network that it is: its members
 * are no signatories.
 */
const slug = 'global-migration-group';

/** The first ten, and those that came later, with a placeholder for the day. */
const entities = [
  ...sinceOf('2006-05-09', [
    ['ilo', 'International Labour Organization', 'ILO'],
    ['iom', 'International Organization for Migration', 'IOM'],
    ['ohchr', 'Office of the United Nations High Commissioner for Human Rights', 'OHCHR'],
    ['unctad', 'United Nations Conference on Trade and Development', 'UNCTAD'],
    ['un-desa', 'United Nations Department of Economic and Social Affairs', 'UN DESA'],
    ['undp', 'United Nations Development Programme', 'UNDP'],
    ['unfpa', 'United Nations Population Fund', 'UNFPA'],
    ['unhcr', 'Office of the United Nations High Commissioner for Refugees', 'UNHCR'],
    ['unodc', 'United Nations Office on Drugs and Crime', 'UNODC'],
    ['world-bank', 'World Bank', null],
  ]),
  ...sinceOf('2007-01-01', [
    ['unesco', 'United Nations Educational, Scientific and Cultural Organization', 'UNESCO'],
    ['unicef', 'United Nations Children’s Fund', 'UNICEF'],
    ['unitar', 'United Nations Institute for Training and Research', 'UNITAR'],
    ['un-regional-commissions', 'United Nations Regional Commissions', null],
  ]),
  ...sinceOf('2011-01-01', [
    [
      'un-women',
      'United Nations Entity for Gender Equality and the Empowerment of Women (UN Women)',
      'UN Women',
    ],
    ['who', 'World Health Organization', 'WHO'],
  ]),
];

type Entity = readonly [slug: string, name: string, acronym: string | null];

function sinceOf(joinedOn: string, listed: readonly Entity[]) {
  return listed.map(([organisation, name, acronym]) => ({ organisation, name, acronym, joinedOn }));
}

const group: OrganisationFacts = {
  slug,
  name: 'Global Migration Group',
  acronym: 'GMG',
  kind: 'NETWORK',
  country: null,
  website: null,
};

const sideEventOrganisers = ['1', '2'].map(
  (number): OrganisationFacts => ({
    slug: `sample-side-event-organiser-${number}`,
    name: `Sample side event organiser ${number}`,
    kind: 'OTHER',
    country: null,
    website: null,
  }),
);

const organisations: OrganisationFacts[] = [
  ...entities.map(
    ({ organisation, name, acronym }): OrganisationFacts => ({
      slug: organisation,
      name,
      acronym,
      kind: 'INTERGOVERNMENTAL',
      country: null,
      website: null,
    }),
  ),
  group,
  ...sideEventOrganisers,
];

const chairs: RoleTermFacts[] = [
  chair('unctad', '2006-05-09', '2006-06-30'),
  chair('unhcr', '2006-07-01', '2006-12-31'),
  chair('iom', '2007-01-01', '2007-06-30'),
  chair('un-desa', '2007-07-01', '2007-12-31'),
  chair('unfpa', '2008-01-01', '2008-06-30'),
  chair('unctad', '2008-07-01', '2008-12-31'),
  chair('unitar', '2009-07-01', '2009-12-31'),
  chair('undp', '2010-01-01', '2010-06-30'),
  chair('ohchr', '2010-07-01', '2010-12-31'),
  chair('unicef', '2011-01-01', '2011-06-30'),
  chair('unesco', '2011-07-01', '2011-12-31'),
  chair('unesco', '2012-01-01', '2012-05-31'),
  chair('unodc', '2012-07-01', '2012-12-31'),
  chair('un-regional-commissions', '2013-01-01', '2013-06-30'),
  chair('ilo', '2014-01-01', '2014-12-31'),
];

function chair(organisation: string, since: string, until: string): RoleTermFacts {
  return { organisation, role: 'CHAIR', since, until };
}

const coalition: CoalitionFacts = {
  slug,
  name: 'Global Migration Group',
  purpose:
    'Sample coalition: the 16 entities that worked together on migration in October 2013, under chairs who took turns. Days of joining after 2006 are placeholders.',
  members: entities.map(({ organisation, joinedOn }) => ({ organisation, role: 'MEMBER', joinedOn })),
  roleTerms: chairs,
  workingGroups: [
    {
      name: 'Working group on migration, human rights and gender',
      purpose:
        'Sample working group: OHCHR chaired it for its first 18 months. Its first day is a placeholder, and others may have been in it.',
      since: '2013-07-01',
      until: null,
      members: [
        { organisation: 'ohchr', role: 'CHAIR', since: '2013-07-01', until: '2014-12-31' },
        { organisation: 'un-women', role: 'MEMBER', since: '2013-07-01', until: null },
      ],
    },
  ],
};

const paper = {
  coalition: slug,
  kind: 'JOINT_STATEMENT',
  language: 'en',
  coAuthors: [slug],
  signatories: [slug],
};

const irregularMigrants: StatementFacts = {
  ...paper,
  slug: 'gmg-migrants-in-an-irregular-situation',
  title: 'Joint statement on the human rights of migrants in an irregular situation',
  text: `${summaryNotice}

The heads of the Group's entities, then fourteen, recall that migrants without papers have human rights as everybody has, that they are more likely than others to be denied them, and that a State's right to decide who enters ends where those rights begin. They ask States to look at what their laws and practice do to them.`,
  addressees: [{ name: 'States', kind: AddresseeKind.STATES, demands: [] }],
  publishedAt: '2010-09-30T08:00:00.000Z',
  openedAt: '2010-09-30T08:00:00.000Z',
  signedAt: '2010-09-30T09:00:00.000Z',
  closedAt: '2010-09-30T10:00:00.000Z',
};

const exploitation: StatementFacts = {
  ...paper,
  slug: 'gmg-exploitation-and-abuse-of-migrants',
  title:
    'Exploitation and abuse of international migrants, particularly those in an irregular situation: a human rights approach',
  text: `${summaryNotice} The day is a placeholder.

The paper describes how migrants are exploited and abused on their way and at work, why those without papers are at greater risk, and what a human rights approach asks of policies against it.`,
  publishedAt: '2013-07-01T08:00:00.000Z',
  openedAt: '2013-07-01T08:00:00.000Z',
  signedAt: '2013-07-01T09:00:00.000Z',
  closedAt: '2013-07-01T10:00:00.000Z',
};

const dialoguePaper: StatementFacts = {
  ...paper,
  slug: 'gmg-high-level-dialogue',
  title: 'Joint paper for the High-level Dialogue of October 2013 (placeholder)',
  text: `${summaryNotice} It is a placeholder: that the Group's entities prepared the High-level Dialogue jointly is a public fact; this paper stands for what they wrote.`,
  addressees: [{ name: 'General Assembly of the United Nations', kind: AddresseeKind.BODY, demands: [] }],
  publishedAt: '2013-09-30T08:00:00.000Z',
  openedAt: '2013-09-30T08:00:00.000Z',
  signedAt: '2013-09-30T09:00:00.000Z',
  closedAt: '2013-09-30T10:00:00.000Z',
};

const dialogue: EventFacts = {
  body: { code: 'UNGA', name: 'General Assembly of the United Nations' },
  event: {
    slug: 'high-level-dialogue-on-migration-2013',
    title: 'High-level Dialogue on International Migration and Development',
    session: '68',
    startsOn: '2013-10-03',
    endsOn: '2013-10-04',
    place: 'New York',
    country: 'US',
    timezone: 'America/New_York',
  },
  sideEvents: sideEventOrganisers.map((organiser, index) => ({
    title: `Side event ${index + 1} (placeholder)`,
    organisers: [organiser.slug],
    startsAt: `2013-10-0${index + 3}T17:15:00.000Z`,
    place: 'United Nations Headquarters (placeholder)',
  })),
  deliveries: [
    { statement: dialoguePaper.slug, deliveredOn: '2013-10-03', mode: 'WRITTEN', deliveredBy: [slug] },
  ],
};

export const globalMigrationGroup: DocumentFacts = {
  name: 'sample data: Global Migration Group',
  organisations,
  coalitions: [coalition],
  statements: [irregularMigrants, exploitation, dialoguePaper],
  events: [dialogue],
};
