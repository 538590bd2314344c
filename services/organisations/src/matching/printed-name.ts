import { comesFrom, foldAcronym, looksLikeAcronym } from './acronym.js';
import { tokensOf } from './fold.js';
import { placeNamed, takePlace } from './place.js';

/** A name as somebody printed it, taken apart. */
export interface PrintedName {
  /** Folded words of the name itself, without acronym, brackets and place. */
  readonly tokens: readonly string[];
  /** See `Placed`. */
  readonly place: string | null;
  /** Folded, as printed beside the name. */
  readonly acronyms: readonly string[];
  /** Folded contents of brackets that are neither acronym nor place: a translation, or what tells two bodies apart. */
  readonly qualifiers: readonly (readonly string[])[];
}

const brackets = /[([{（]([^()[\]{}（）]*)(?:[)\]}）]|$)/g;
const quotes = /["“”„«»]/g;

/** Takes a printed name apart; the acronym that stands in a column of its own, if there is one, comes with it. */
export function readPrintedName(name: string, acronym?: string | null): PrintedName {
  const plain = name.replace(quotes, ' ');
  const inside = [...plain.matchAll(brackets)].map(([, content]) => (content ?? '').trim());
  const outside = plain.replace(brackets, ' ').trim();
  const reading = new Reading(outside === '' ? plain : outside);
  for (const content of inside) reading.bracket(content);
  if (acronym != null) reading.acronym(acronym);
  return reading.done();
}

class Reading {
  #main: string;
  #place: string | null = null;
  readonly #acronyms = new Set<string>();
  readonly #qualifiers: string[][] = [];

  constructor(main: string) {
    this.#main = this.#withoutAcronym(main);
    const parts = this.#main.split('/').map((part) => part.trim());
    if (parts.every(looksLikeAcronym)) for (const part of parts) this.acronym(part);
  }

  acronym(text: string): void {
    const folded = foldAcronym(text);
    if (folded !== '') this.#acronyms.add(folded);
  }

  bracket(content: string): void {
    const tokens = tokensOf(content);
    if (tokens.length === 0) return;
    const place = placeNamed(tokens);
    if (place !== null) this.#place = place;
    else if (!this.#isLongForm(content, tokens) && !this.#isAcronym(content)) this.#qualifiers.push(tokens);
  }

  done(): PrintedName {
    const placed = takePlace(tokensOf(this.#main));
    const [first = ''] = this.#main.split(/[\s,;:–—-]+/);
    if (placed.tokens.length === 1 && looksLikeAcronym(first)) this.acronym(first);
    return {
      tokens: placed.tokens,
      place: this.#place ?? placed.place,
      acronyms: [...this.#acronyms],
      qualifiers: this.#qualifiers,
    };
  }

  /** "DAWN (Development Alternatives with Women for a New Era)": the name stands in the brackets. */
  #isLongForm(content: string, tokens: readonly string[]): boolean {
    const folded = foldAcronym(this.#main);
    if (tokens.length < 3 || !looksLikeAcronym(this.#main) || !comesFrom(folded, tokens)) return false;
    this.#main = content;
    return true;
  }

  /** An acronym, with a place behind it or not: "TWN-Africa". One that cannot come from the name tells bodies apart. */
  #isAcronym(content: string): boolean {
    const [first = '', ...rest] = content.split(/[\s,;:/–—-]+/).filter((part) => part !== '');
    const place = rest.length === 0 ? null : placeNamed(tokensOf(rest.join(' ')));
    if (!looksLikeAcronym(first) || (rest.length > 0 && place === null)) return false;
    const folded = foldAcronym(first);
    this.#acronyms.add(folded);
    this.#place ??= place;
    return comesFrom(folded, tokensOf(this.#main));
  }

  /** Takes an acronym off either end, where the rest of the name spells it. */
  #withoutAcronym(main: string): string {
    const behind = /^(.{8,}?)[\s,;:–—/-]+([^\s,;:–—/-]{2,12})$/u.exec(main);
    const before = /^([^\s,;:–—/-]{2,12}?)\.?[\s,;:–—/-]+(.{8,})$/u.exec(main);
    return this.#take(behind?.[2], behind?.[1]) ?? this.#take(before?.[1], before?.[2]) ?? main;
  }

  #take(acronym: string | undefined, rest: string | undefined): string | null {
    if (acronym === undefined || rest === undefined || !looksLikeAcronym(acronym)) return null;
    const folded = foldAcronym(acronym);
    const tokens = tokensOf(rest);
    if (tokens.length < 2 || folded.length < 3 || isShouted(rest, acronym) || !comesFrom(folded, tokens))
      return null;
    this.#acronyms.add(folded);
    return rest;
  }
}

/** A name in capitals throughout: its last word is no acronym for that. Unless it spells the initials exactly. */
function isShouted(rest: string, acronym: string): boolean {
  return rest === rest.toUpperCase() && tokensOf(rest).length < acronym.length;
}
