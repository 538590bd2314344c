import { cleanText, InvalidInput, refuse } from '@coalition-hub/subgraph';

/** In UTF-16 code units, of a passage and of what replaces it. */
export const longestPassage = 20_000;

/** Words out of a text: cleaned as that is, but with the blanks at their ends, which belong to them. */
export function cleanPassage(value: string, field: string): string {
  return cleanText(`|${value}|`, { field, max: longestPassage + 2 }).slice(1, -1);
}

/** How often a text has a passage, also where it overlaps itself: 0, 1, or 2 for more. */
export function occurrences(text: string, passage: string): 0 | 1 | 2 {
  const first = text.indexOf(passage);
  if (first < 0) return 0;
  return text.indexOf(passage, first + 1) < 0 ? 1 : 2;
}

/** The text with other words in the place of a passage that it has once, as clean as a text that is entered. */
export function withReplacement(text: string, passage: string, replacement: string, max: number): string {
  const start = text.indexOf(passage);
  const amended = text.slice(0, start) + replacement + text.slice(start + passage.length);
  if (amended.length > max) {
    refuse(new InvalidInput('replacement', `The text would become longer than ${max} characters.`));
  }
  return cleanText(amended, { field: 'replacement', max });
}
