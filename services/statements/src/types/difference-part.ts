import { registerEnumType } from 'type-graphql';

export enum DifferencePart {
  TITLE = 'TITLE',
  TEXT = 'TEXT',
  ADDRESSEES = 'ADDRESSEES',
  FOOTNOTES = 'FOOTNOTES',
}

registerEnumType(DifferencePart, {
  name: 'DifferencePart',
  description: 'The part of a revision that a paragraph belongs to.',
  valuesConfig: {
    TITLE: { description: 'The title.' },
    TEXT: { description: 'The text.' },
    ADDRESSEES: { description: 'An addressee’s name, or a demand.' },
    FOOTNOTES: { description: 'A footnote: the term, a colon, and what it means.' },
  },
});
