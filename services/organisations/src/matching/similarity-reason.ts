import { registerEnumType } from 'type-graphql';

export enum SimilarityReason {
  SAME_NAME = 'SAME_NAME',
  SAME_NAME_WITHOUT_COUNTRY = 'SAME_NAME_WITHOUT_COUNTRY',
  SAME_ACRONYM = 'SAME_ACRONYM',
  SPELLING = 'SPELLING',
  OTHER_LANGUAGE = 'OTHER_LANGUAGE',
  PART_OF_NAME = 'PART_OF_NAME',
  SIMILAR_NAME = 'SIMILAR_NAME',
  CHAPTER = 'CHAPTER',
}

const sentences: Readonly<Record<SimilarityReason, string>> = {
  SAME_NAME: 'The names are the same but for capitals, accents, punctuation, an acronym or "&".',
  SAME_NAME_WITHOUT_COUNTRY: 'The names are the same but for the country, which only one of them has.',
  SAME_ACRONYM: 'They share an acronym, or the one is what the other shortens to.',
  SPELLING: 'The names are the same but for what could be a typing error or another spelling.',
  OTHER_LANGUAGE: 'The names say the same in two languages or scripts.',
  PART_OF_NAME: 'All of one name stands in the other.',
  SIMILAR_NAME: 'The names have most of their words in common.',
  CHAPTER:
    'The names are the same or nearly so, in different places: this could be a chapter, which is a body of its own.',
};

registerEnumType(SimilarityReason, {
  name: 'SimilarityReason',
  description: 'Why two organisations could be one.',
  valuesConfig: Object.fromEntries(
    Object.entries(sentences).map(([value, description]) => [value, { description }]),
  ),
});

/** The reason in a plain sentence. */
export function sentenceFor(reason: SimilarityReason): string {
  return sentences[reason];
}
