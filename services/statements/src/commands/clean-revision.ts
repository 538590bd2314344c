import { cleanLine, cleanText } from '@coalition-hub/subgraph';
import { cleanLanguage } from '../languages/clean-language.js';
import type { Addressee } from '../types/addressee.js';
import type { Footnote } from '../types/footnote.js';

/** In UTF-16 code units. A title of 300 fills five printed lines, a text of 100,000 some forty pages. */
export const longestTitle = 300;
export const longestText = 100_000;

/** A text in a language, clean. */
export interface CleanText {
  readonly language: string;
  readonly title: string;
  readonly text: string;
}

/** All that a revision says, clean. */
export interface CleanRevision extends CleanText {
  readonly addressees: readonly Addressee[];
  readonly footnotes: readonly Footnote[];
}

/** Language, title and text as they are digested and shown for good. */
export function cleanTitleAndText(input: { language: string; title: string; text: string }): CleanText {
  return {
    language: cleanLanguage(input.language),
    title: cleanLine(input.title, { field: 'title', max: longestTitle }),
    text: cleanText(input.text, { field: 'text', max: longestText }),
  };
}
