/** A statement that is open from the first start on, so that newcomers can try to sign. It is not a real one. */
export const practiceCoalition = {
  slug: 'practice-coalition',
  name: 'Practice coalition',
  purpose: 'Sample coalition: a place to try things.',
};

export const practiceStatement = {
  slug: 'practice-statement',
  kind: 'OPEN_LETTER',
  language: 'en',
  title: 'Practice statement: try to sign this',
  text: `This statement is part of the sample data of Coalition Hub. It says nothing and goes to nobody.

Sign it to see how signing works; withdraw to see how withdrawing works.`,
};

/** How long it stays open after the first start. */
export const practiceDays = 365;
