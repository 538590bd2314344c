import { AddresseeKind } from '@coalition-hub/statements';
import type { DocumentFacts } from './document-facts.js';
import { placeholderOrganisations, summaryNotice } from './placeholder.js';

/**
 * The call to action for the protection of migrant human rights defenders in Asia and the Pacific. Public facts are
 * what it is about and how it is built: demands to States, others to agencies of the United Nations, footnotes that
 * define terms. Its wording here is our own; who signed when is placeholders.
 */
const placeholders = placeholderOrganisations(
  12,
  'Sample organisation of Asia and the Pacific',
  'sample-asia-pacific-organisation',
  ['BD', 'ID', 'IN', 'JP', 'KR', 'LK', 'MY', 'NP', 'PH', 'TH', 'AU', 'FJ'],
);

const slug = 'migrant-defenders-asia-pacific';

export const migrantDefenders: DocumentFacts = {
  name: 'sample data: migrant human rights defenders in Asia and the Pacific',
  organisations: placeholders,
  coalitions: [
    {
      slug,
      name: 'Organisations for migrant human rights defenders in Asia and the Pacific',
      purpose:
        'Sample coalition: those who made the call to action for the protection of migrant human rights defenders. All members are placeholders.',
      members: placeholders.map((placeholder) => ({
        organisation: placeholder.slug,
        role: 'MEMBER',
        joinedOn: '2022-01-01',
      })),
    },
  ],
  statements: [
    {
      slug,
      coalition: slug,
      kind: 'CALL_TO_ACTION',
      language: 'en',
      title: 'Call to action: protect migrant human rights defenders in Asia and the Pacific',
      text: `${summaryNotice} All signatories and all dates are placeholders; the demands and footnotes are built as those of the document, in words of our own.

Migrants who defend the rights of migrants in Asia and the Pacific are threatened, dismissed, detained and deported for it, and those who stand by them are harassed. Often the law of the country they work in does not protect them, and the country they come from does not ask after them.

We call on States and on the agencies of the United Nations to protect migrant human rights defenders, and to work with them.`,
      addressees: [
        {
          name: 'States',
          kind: AddresseeKind.STATES,
          demands: [
            'Recognise migrant human rights defenders in law and in public, whatever their migration status.',
            'Let migrants associate, assemble and join trade unions, and repeal laws that punish them for it.',
            'End detention and deportation as an answer to the defence of rights, and keep immigration authorities apart from those to whom abuses are reported.',
            'Investigate threats and reprisals against defenders, and give those harmed a remedy that they can reach from abroad too.',
          ],
        },
        {
          name: 'United Nations agencies',
          kind: AddresseeKind.UN_AGENCIES,
          demands: [
            'Take up the cases of migrant human rights defenders with the States concerned.',
            'Give them a seat where migration in the region is discussed, safely and in their languages.',
            'Support protection that reaches them quickly: relocation, legal aid, interpretation.',
          ],
        },
      ],
      footnotes: [
        {
          term: 'migrant human rights defender',
          text: 'A migrant who, alone or with others, acts to protect the human rights of migrants or of anybody else; also somebody who does so on behalf of migrants and is targeted for it.',
        },
        {
          term: 'migrant',
          text: 'A person outside the State of which he or she is a citizen or, if stateless, of birth or habitual residence, whatever the reasons for leaving and whatever the status.',
        },
        {
          term: 'reprisal',
          text: 'Harm done or threatened to somebody for having defended rights or worked with the United Nations.',
        },
      ],
      publishedAt: '2022-01-10T09:00:00.000Z',
      openedAt: '2022-01-10T09:00:00.000Z',
      signedAt: '2022-01-17T09:00:00.000Z',
      closedAt: '2022-01-31T16:00:00.000Z',
      coAuthors: [],
      signatories: placeholders.map((placeholder) => placeholder.slug),
    },
  ],
  events: [],
};
