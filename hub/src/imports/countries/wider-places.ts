import { foldWords } from '../reading/fold-words.js';

/** What lists print for bodies that belong to no one country, word by word. */
const words = new Set(
  (
    'international internacional internationale internationales internazionale global globale mundial mondial monde world worldwide ' +
    'regional regionale network networks multiple several various transnational multinational multi country countries region ' +
    'africa afrique afrika africain african europe europa european europeen eu ue asia asie asien asian america ameriques amerique ' +
    'americas latin latina latine pacific pacifique pacifico oceania oceanie caribbean caribe caraibes carribean ' +
    'middle east eastern western southern northern central north south west orient oriente medio moyen mena arab states world ' +
    'sub saharan subsaharan sahel balkans maghreb mediterranean organisation organization wide level lac apac asean and the of n a na'
  ).split(' '),
);

const links = new Set('and y et e und the of de la el les los las i y'.split(' '));

const international = new Set([
  'интернациональный',
  'международная',
  'международный',
  'دولي',
  'دولية',
  '国际',
  '國際',
  '国際',
]);

/** Whether a text names the world or a part of it that is no country: "international/regional". */
export function isWiderPlace(text: string): boolean {
  const named = foldWords(text).filter((word) => !links.has(word));
  if (named.length === 0) return true;
  if (named.join('') === 'na') return /[^\p{L}]/u.test(text.trim());
  return named.every((word) => words.has(word) || international.has(word));
}
