import { latinLetters } from './latin-letters.js';

/** Scripts whose marks are accents; elsewhere (Devanagari, Thai) they spell vowels and stay. */
const accented =
  /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}])\p{M}+/gu;

const apostrophe = String.raw`['‘’ʼʹʻ\u0060´′＇]`;

/** French and Italian articles that lose their vowel before the next word. */
const elision = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(l|d|dell|dall|nell|all|sull|qu|s|n)${apostrophe}(?=\p{L})`,
  'giu',
);

const apostrophes = new RegExp(apostrophe, 'gu');

/** Dots inside abbreviations: "U.N.", "A.C". */
const initialDots = /(?<=(?<!\p{L})\p{L})\.(?!\p{L}{2})/gu;

/** The Arabic article, which lists print or leave out at will. */
const arabicArticle = /(?<!\p{L})ال(?=\p{L}{3})/gu;

/**
 * A name as it is compared: small letters without accents, romanised where an alphabet allows it, "&" and "+" as "and".
 * In TypeScript alone, because what PostgreSQL takes for a letter depends on the locale of its cluster.
 */
export function fold(text: string): string {
  return text
    .replace(elision, '$1 ')
    .replace(apostrophes, '')
    .replace(initialDots, '')
    .replace(/[&+＆]/g, ' and ')
    .normalize('NFKD')
    .toLowerCase()
    .replace(accented, '$1')
    .normalize('NFC')
    .replace(arabicArticle, '')
    .replace(/ու/g, 'u')
    .replace(/[^\x20-\x7e]/gu, (letter) => latinLetters.get(letter) ?? letter);
}

/** The runs of letters and digits of a folded text, in order. */
export function tokensOf(text: string): string[] {
  return fold(text).match(/(?:[\p{L}\p{N}]\p{M}*)+/gu) ?? [];
}
