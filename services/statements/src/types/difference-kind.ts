import { registerEnumType } from 'type-graphql';

export enum DifferenceKind {
  UNCHANGED = 'UNCHANGED',
  ADDED = 'ADDED',
  REMOVED = 'REMOVED',
  CHANGED = 'CHANGED',
}

registerEnumType(DifferenceKind, {
  name: 'DifferenceKind',
  description: 'What became of a paragraph, or of words in it.',
  valuesConfig: {
    UNCHANGED: { description: 'Both revisions have it.' },
    ADDED: { description: 'Only the later one has it.' },
    REMOVED: { description: 'Only the earlier one has it.' },
    CHANGED: { description: 'A paragraph that both have, with other words. Words themselves are never so.' },
  },
});
