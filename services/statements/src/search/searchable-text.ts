import { segmentsOf } from '../words/segments-of.js';

/** Scripts that write words without blanks between them, for which PostgreSQL's parser finds none. */
const unspaced = /[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]+/gu;

/** Text with blanks between all words, for making documents and queries of it alike. */
export function searchableText(text: string): string {
  return text.replace(unspaced, (run) => ` ${wordsOf(run).join(' ')} `);
}

/** The segmenter tells these scripts apart by itself; the language makes no difference. */
function wordsOf(run: string): string[] {
  return Array.from(segmentsOf('und', run), ({ segment }) => segment);
}
