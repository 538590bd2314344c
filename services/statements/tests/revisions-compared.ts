import type { DifferenceBlock } from '../src/types/difference.js';
import type { DifferenceKind } from '../src/types/difference-kind.js';

/** A revision of which only the text matters, unless more is said. */
export const revision = (text: string, more: object = {}) => ({
  language: 'en',
  title: 'Title',
  text,
  addressees: [],
  footnotes: [],
  ...more,
});

/** The blocks of the text itself, without title and the rest. */
export const textBlocks = (blocks: readonly DifferenceBlock[]) =>
  blocks.filter(({ part }) => part === 'TEXT');

/** One side of a difference, put together again. */
export function side(blocks: readonly DifferenceBlock[], without: DifferenceKind): string {
  return textBlocks(blocks)
    .filter(({ kind }) => kind !== without)
    .map(({ spans }) =>
      spans
        .filter(({ kind }) => kind !== without)
        .map(({ text }) => text)
        .join(''),
    )
    .join('\n\n');
}
