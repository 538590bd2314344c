const segmenters = new Map<string, Intl.Segmenter>();

/** Languages whose segmenters are kept. Tags are endless, made up by whoever writes. */
const mostKept = 50;

/**
 * In UTF-16 code units. V8 takes time that grows with the square of a text's length: minutes for 100,000 characters
 * without a paragraph, milliseconds for as many in pieces.
 */
const longestPiece = 1_000;

/** Cuts a text into words and what is between them, as a language has them (https://www.unicode.org/reports/tr29/). */
export function* segmentsOf(language: string, text: string): Generator<Intl.SegmentData> {
  const segmenter = segmenterFor(language);
  for (let start = 0; start < text.length; ) {
    const end = endOfPiece(text, start);
    yield* segmenter.segment(text.slice(start, end));
    start = end;
  }
}

function segmenterFor(language: string): Intl.Segmenter {
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' });
  if (segmenters.size >= mostKept) segmenters.clear();
  segmenters.set(language, segmenter);
  return segmenter;
}

/** Behind a blank, where a word ends in any language; where there is none for so long, anywhere but within a character. */
function endOfPiece(text: string, start: number): number {
  const limit = start + longestPiece;
  if (limit >= text.length) return text.length;
  const blank = Math.max(text.lastIndexOf(' ', limit - 1), text.lastIndexOf('\n', limit - 1));
  if (blank > start) return blank + 1;
  return /[\uDC00-\uDFFF]/.test(text.charAt(limit)) ? limit - 1 : limit;
}
