import { cleanLine, cleanText, InvalidInput, refuse } from '@coalition-hub/subgraph';
import type { Addressee } from '../types/addressee.js';
import type { Footnote } from '../types/footnote.js';
import type { AddresseeInput, FootnoteInput } from './structure-input.js';

/** More of any than five real documents have together; a revision stays a few hundred kilobytes. */
export const mostAddressees = 50;
export const mostDemands = 200;
export const mostFootnotes = 200;

/** In UTF-16 code units, of an addressee's name and of a term. */
const longestName = 300;

/** In UTF-16 code units, of a demand and of what a term means. */
const longestPart = 3_000;

/** Addressees with their demands numbered, as they are digested and shown for good. */
export function cleanAddressees(inputs: readonly AddresseeInput[]): Addressee[] {
  checkCount('addressees', inputs, mostAddressees);
  checkCount(
    'demands',
    inputs.flatMap(({ demands }) => demands),
    mostDemands,
  );
  const addressees = inputs.map(({ name, kind, demands }) => ({
    name: cleanLine(name, { field: 'addressees.name', max: longestName }),
    kind,
    demands: demands.map((text, index) => ({
      number: index + 1,
      text: cleanText(text, { field: 'addressees.demands', max: longestPart }),
    })),
  }));
  checkDistinct(
    'addressees.name',
    addressees.map(({ name }) => name),
  );
  return addressees;
}

/** Footnotes, numbered, as they are digested and shown for good. */
export function cleanFootnotes(inputs: readonly FootnoteInput[]): Footnote[] {
  checkCount('footnotes', inputs, mostFootnotes);
  const footnotes = inputs.map(({ term, text }, index) => ({
    number: index + 1,
    term: cleanLine(term, { field: 'footnotes.term', max: longestName }),
    text: cleanText(text, { field: 'footnotes.text', max: longestPart }),
  }));
  checkDistinct(
    'footnotes.term',
    footnotes.map(({ term }) => term),
  );
  return footnotes;
}

function checkCount(field: string, entries: readonly unknown[], most: number): void {
  if (entries.length > most) refuse(new InvalidInput(field, `"${field}" may have ${most} entries at most.`));
}

function checkDistinct(field: string, names: readonly string[]): void {
  const repeated = names.find((name, index) => names.indexOf(name) < index);
  if (repeated !== undefined) refuse(new InvalidInput(field, `"${field}" has "${repeated}" twice.`));
}
