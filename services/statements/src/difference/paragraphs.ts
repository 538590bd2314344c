import { DifferencePart } from '../types/difference-part.js';
import type { Revision } from '../types/revision.js';

/** What is compared as a whole first. */
export interface Paragraph {
  readonly text: string;
  /** Paragraphs of the same key are the same. */
  readonly key: string;
}

type Compared = Pick<Revision, 'title' | 'text' | 'addressees' | 'footnotes'>;

/** A revision as a reader goes through it. */
export function paragraphsOf(revision: Compared): Readonly<Record<DifferencePart, readonly Paragraph[]>> {
  return {
    [DifferencePart.TITLE]: [plain(revision.title)],
    // A blank line more is no difference that anybody could read.
    [DifferencePart.TEXT]: revision.text.split(/\n{2,}/).map(plain),
    [DifferencePart.ADDRESSEES]: revision.addressees.flatMap(({ name, kind, demands }) => [
      { text: name, key: `${kind} ${name}` },
      ...demands.map(({ text }) => plain(text)),
    ]),
    [DifferencePart.FOOTNOTES]: revision.footnotes.map(({ term, text }) => plain(`${term}: ${text}`)),
  };
}

const plain = (text: string): Paragraph => ({ text, key: text });
