import { cleanLine, cleanText } from '@coalition-hub/subgraph';
import { cleanLanguage } from '../languages/clean-language.js';

/** In UTF-16 code units. A title of 300 fills five printed lines, a text of 100,000 some forty pages. */
export const longestTitle = 300;
export const longestText = 100_000;

export interface CleanRevision {
  readonly language: string;
  readonly title: string;
  readonly text: string;
}

/** Language, title and text as they are digested and shown for good. */
export function cleanRevision(input: { language: string; title: string; text: string }): CleanRevision {
  return {
    language: cleanLanguage(input.language),
    title: cleanLine(input.title, { field: 'title', max: longestTitle }),
    text: cleanText(input.text, { field: 'text', max: longestText }),
  };
}
