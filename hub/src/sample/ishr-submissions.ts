import { AddresseeKind } from '@coalition-hub/statements';
import type { DocumentFacts, EventFacts, StatementFacts } from './document-facts.js';
import { summaryNotice } from './placeholder.js';

/**
 * What ISHR wrote alone: its submission of April 2017 to the Committee against Torture on the general comment on
 * article 3, and its country statements to the African Commission at the 73rd session. Sessions, months and titles are
 * public facts. Which countries the statements were about is not told here: two placeholders stand for them. The days
 * of delivery are placeholders within the session.
 */
const coalition = 'ishr-submissions';

const submission: StatementFacts = {
  slug: 'committee-against-torture-article-3',
  coalition,
  kind: 'SUBMISSION',
  language: 'en',
  title: 'Submission on the general comment on article 3 of the Convention against Torture',
  text: `${summaryNotice} What it says in detail is left out.

In April 2017 the International Service for Human Rights contributed to the revision of the Committee's general comment on article 3: nobody may be returned to a State where there are substantial grounds to believe that he or she would be in danger of torture. The submission looks at this from the side of those who defend human rights.`,
  addressees: [{ name: 'Committee against Torture', kind: AddresseeKind.BODY, demands: [] }],
  publishedAt: '2017-04-18T08:00:00.000Z',
  openedAt: '2017-04-18T08:00:00.000Z',
  signedAt: '2017-04-18T09:00:00.000Z',
  closedAt: '2017-04-18T10:00:00.000Z',
  coAuthors: ['ishr'],
  signatories: ['ishr'],
};

const countryStatements = ['1', '2'].map(
  (number): StatementFacts => ({
    slug: `achpr73-country-statement-${number}`,
    coalition,
    kind: 'JOINT_STATEMENT',
    language: 'en',
    title: `Country statement to the African Commission at its 73rd session (placeholder ${number})`,
    text: `${summaryNotice} It is a placeholder: that ISHR made country statements at this session is a public fact; which country this one was about, and what it said, is left out.`,
    addressees: [
      {
        name: 'African Commission on Human and Peoples’ Rights',
        kind: AddresseeKind.BODY,
        demands: [],
      },
    ],
    publishedAt: '2022-10-20T08:00:00.000Z',
    openedAt: '2022-10-20T08:00:00.000Z',
    signedAt: '2022-10-20T09:00:00.000Z',
    closedAt: '2022-10-20T10:00:00.000Z',
    coAuthors: ['ishr'],
    signatories: ['ishr'],
  }),
);

const committee: EventFacts = {
  body: { code: 'CAT', name: 'Committee against Torture' },
  event: {
    slug: 'cat60',
    title: 'Committee against Torture, 60th session',
    session: '60',
    startsOn: '2017-04-18',
    endsOn: '2017-05-12',
    place: 'Geneva',
    country: 'CH',
    timezone: 'Europe/Zurich',
  },
  deliveries: [
    { statement: submission.slug, deliveredOn: '2017-04-18', mode: 'WRITTEN', deliveredBy: ['ishr'] },
  ],
};

const commission: EventFacts = {
  body: { code: 'ACHPR', name: 'African Commission on Human and Peoples’ Rights' },
  event: {
    slug: 'achpr73',
    title: 'African Commission on Human and Peoples’ Rights, 73rd ordinary session',
    session: '73',
    startsOn: '2022-10-20',
    endsOn: '2022-11-09',
    place: 'Banjul',
    country: 'GM',
    timezone: 'Africa/Banjul',
  },
  deliveries: countryStatements.map(({ slug }) => ({
    statement: slug,
    deliveredOn: '2022-10-21',
    mode: 'ORAL',
    deliveredBy: ['ishr'],
  })),
};

export const ishrSubmissions: DocumentFacts = {
  name: 'sample data: submissions of ISHR',
  organisations: [],
  coalitions: [
    {
      slug: coalition,
      name: 'ISHR in its own name',
      purpose: 'Sample coalition of one: holds what ISHR submitted alone.',
      members: [{ organisation: 'ishr', role: 'SECRETARIAT', joinedOn: '2017-04-18' }],
    },
  ],
  statements: [submission, ...countryStatements],
  events: [committee, commission],
};
