import type { Addressee } from '../types/addressee.js';
import { countWords } from './count-words.js';

/** Words of text and demands: what limits of a body count; title, names of addressees and footnotes stand apart. */
export function wordsOfRevision(revision: {
  readonly language: string;
  readonly text: string;
  readonly addressees: readonly Addressee[];
}): number {
  const demands = revision.addressees.flatMap((addressee) => addressee.demands.map(({ text }) => text));
  return [revision.text, ...demands].reduce((sum, text) => sum + countWords(revision.language, text), 0);
}
