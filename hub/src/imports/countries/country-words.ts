import { foldWords } from '../reading/fold-words.js';

/** Words that stand between others and mean nothing. */
const links = new Set(
  'the of de del la le les el los las da do dos du des di and y et e und i van von en'.split(' '),
);

/** Short forms, and one spelling for words that lists have in several languages. */
const spellings: Readonly<Record<string, string>> = {
  rep: 'republic',
  republica: 'republic',
  republique: 'republic',
  repubblica: 'republic',
  republik: 'republic',
  republiek: 'republic',
  dem: 'democratic',
  democratica: 'democratic',
  democratique: 'democratic',
  demokratische: 'democratic',
  st: 'saint',
  ste: 'saint',
  sta: 'saint',
  san: 'saint',
  santa: 'saint',
  sainte: 'saint',
  sankt: 'saint',
  is: 'islands',
  isl: 'islands',
  island: 'islands',
  isla: 'islands',
  islas: 'islands',
  ile: 'islands',
  iles: 'islands',
  ilhas: 'islands',
  fed: 'federal',
  federated: 'federal',
  federation: 'federal',
  peoples: 'people',
  pr: 'people',
};

/** What official names add to the usual one. */
const official = new Set(
  'republic kingdom state states federal democratic people islamic arab bolivarian plurinational socialist united commonwealth principality sultanate reino royaume konigreich estado etat staat'.split(
    ' ',
  ),
);

/** Names of a country that differ in order, short forms and links have one key: "Korea, Rep. of". */
export function countryKey(text: string): string {
  return keyOf(wordsOf(text));
}

/** The key without what official names add; null where nothing would remain or nothing is left out. */
export function usualKey(text: string): string | null {
  const words = wordsOf(text);
  const usual = words.filter((word) => !official.has(word));
  return usual.length > 0 && usual.length < words.length ? keyOf(usual) : null;
}

function wordsOf(text: string): string[] {
  const words = foldWords(text.replace(/&/g, ' and '));
  const meaningful = words.filter((word) => !links.has(word));
  return (meaningful.length > 0 ? meaningful : words).map((word) => spellings[word] ?? word);
}

function keyOf(words: readonly string[]): string {
  return [...new Set(words)].sort().join(' ');
}
