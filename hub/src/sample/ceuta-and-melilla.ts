/**
 * The founding case, from public facts: a joint statement at the 51st session of the Human Rights Council. Who else
 * signed is not published, so all signatories but the three who delivered it are placeholders and say so. The text is
 * a summary in the project's own words, not the text that was read.
 */
export const coalition = {
  slug: 'ceuta-and-melilla',
  name: 'Organisations on Ceuta and Melilla',
  purpose:
    'Sample coalition: those who supported the joint statement on Ceuta and Melilla in September 2022.',
};

export const deliverers = [
  {
    slug: 'ishr',
    name: 'International Service for Human Rights (ISHR)',
    country: 'CH',
    website: 'https://ishr.ch/',
  },
  {
    slug: 'implementation-team-spain-decade-people-of-african-descent',
    name: 'Implementation Team in Spain for the Decade on People of African Descent',
    country: 'ES',
    website: null,
  },
  { slug: 'elin-association', name: 'Elin Association', country: 'ES', website: null },
];

export const placeholders = { count: 105, name: 'Sample organisation' };

/** Where placeholders sit: Europe, the Americas and Africa, as the statement's supporters did. */
export const placeholderCountries = [
  'ES',
  'FR',
  'IT',
  'DE',
  'BE',
  'PT',
  'GB',
  'NL',
  'CH',
  'IE',
  'SE',
  'GR',
  'BR',
  'CO',
  'MX',
  'US',
  'CA',
  'AR',
  'PE',
  'HT',
  'CR',
  'EC',
  'MA',
  'SN',
  'CM',
  'ML',
  'GN',
  'TN',
  'NG',
  'GH',
  'KE',
  'CI',
  'GM',
  'SD',
  'TD',
];

export const statement = {
  slug: 'ceuta-and-melilla',
  kind: 'JOINT_STATEMENT',
  language: 'en',
  title: 'End impunity for grave violations against Africans in Ceuta and Melilla',
  publishedAt: '2022-09-15T09:00:00.000Z',
  text: `This is a summary for the sample data of Coalition Hub, written by its authors; it is not the text that was read.

The organisations supporting this statement draw the Council's attention to grave violations of the rights of African people at the borders of Ceuta and Melilla.

They recall that people on the move have died and have been injured at these borders over many years, that many of the dead have never been identified, and that families are still waiting for answers.

They ask for independent and effective investigations of what happened, for those responsible to be held to account, and for the survivors and the families of the dead to be heard, to be told the truth and to receive reparation.

They ask the States concerned to end practices at the borders that put lives in danger, to let people who need protection ask for it, and to look at racism as one of the causes.

They ask the Council, its Special Procedures and its mechanisms on racial justice to follow up until impunity has ended.`,
};

export const signing = {
  openedAt: '2022-09-15T10:00:00.000Z',
  closesAt: '2022-09-26T16:00:00.000Z',
  frozenAt: '2022-09-26T16:00:00.000Z',
  /** Days on which the placeholders sign, one after the other. */
  firstDay: '2022-09-16',
  days: 10,
};

export const body = { code: 'HRC', name: 'Human Rights Council' };

export const event = {
  slug: 'hrc51',
  title: 'Human Rights Council, 51st session',
  session: '51',
  startsOn: '2022-09-12',
  endsOn: '2022-10-07',
  place: 'Geneva',
  country: 'CH',
};

export const agendaItem = {
  number: '4',
  title: 'General debate: human rights situations that require the Council’s attention',
};

export const deliveredOn = '2022-09-27';
