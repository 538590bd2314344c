const onsets = 'b d f g k l m n p r s t v z ch st'.split(' ');
const vowels = ['a', 'e', 'i', 'o'];

/** Syllables, one for every six bits. */
const syllables = onsets.flatMap((onset) => vowels.map((vowel) => `${onset}${vowel}`));

const cyrillic: Readonly<Record<string, string>> = {
  b: 'б',
  d: 'д',
  f: 'ф',
  g: 'г',
  k: 'к',
  l: 'л',
  m: 'м',
  n: 'н',
  p: 'п',
  r: 'р',
  s: 'с',
  t: 'т',
  v: 'в',
  z: 'з',
  ch: 'ч',
  a: 'а',
  e: 'е',
  i: 'и',
  o: 'о',
};

const arabic: Readonly<Record<string, string>> = {
  b: 'ب',
  d: 'د',
  f: 'ف',
  g: 'ج',
  k: 'ك',
  l: 'ل',
  m: 'م',
  n: 'ن',
  p: 'ق',
  r: 'ر',
  s: 'س',
  t: 'ت',
  v: 'ه',
  z: 'ز',
  ch: 'ش',
  a: 'ا',
  e: 'ع',
  i: 'ي',
  o: 'و',
};

const hanCharacters =
  '安北城川德东丰福光广海和河湖华江金景康乐丽林龙美民明南宁平青清泉山上盛石水松泰天田文西溪祥新星兴秀雪阳永玉远云泽长正中竹紫宝春峰';

export type Script = 'latin' | 'cyrillic' | 'arabic' | 'han';

/**
 * A word that no language has, as proper names in placeholders need: different numbers below 2³⁰ give different words.
 * @param accented whether some vowels get an accent, as in names that people type without
 */
export function coinedWord(number: number, script: Script, accented: boolean): string {
  const digits = sixBitDigits(number);
  if (script === 'han') return digits.map((digit) => hanCharacters[digit] ?? '').join('');
  const latin = digits.map((digit) => syllables[digit] ?? '').join('');
  if (script !== 'latin') return spelled(latin, script === 'cyrillic' ? cyrillic : arabic);
  const word = accented ? latin.replace(/o(?=[^o]*$)/, 'ó').replace(/e(?=[^e]*$)/, 'é') : latin;
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}

/** Three digits at least: two syllables are no name. */
function sixBitDigits(number: number): number[] {
  const digits: number[] = [];
  for (let rest = number; rest > 0 || digits.length < 3; rest = Math.floor(rest / 64)) digits.push(rest % 64);
  return digits;
}

function spelled(latin: string, alphabet: Readonly<Record<string, string>>): string {
  return latin.replace(/ch|[a-z]/g, (letter) => alphabet[letter] ?? letter);
}
