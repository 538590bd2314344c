/** Latin letters that Unicode does not take apart into a letter and its accents. */
const latin = 'ß ss æ ae œ oe ø o ð d þ th ł l đ d ħ h ı i ŋ n ə e';

const cyrillic = `а a б b в v г g ґ g д d е e ё e є e ж zh з z и i й i і i ї i к k л l м m н n о o п p р r с s т t у u ў u
  ф f х kh ц ts ч ch ш sh щ shch ъ - ы y ь - э e ю yu я ya ј j љ lj њ nj ћ c ђ dj џ dz ѓ g ќ k ѕ z ә a ғ g қ k ң n ө o
  ұ u ү u һ h`;

const greek = `α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o`;

const georgian = `ა a ბ b გ g დ d ე e ვ v ზ z თ t ი i კ k ლ l მ m ნ n ო o პ p ჟ zh რ r ს s ტ t უ u ფ p ქ k ღ gh ყ q შ sh
  ჩ ch ც ts ძ dz წ ts ჭ ch ხ kh ჯ j ჰ h`;

const armenian = `ա a բ b գ g դ d ե e զ z է e ը y թ t ժ zh ի i լ l խ kh ծ ts կ k հ h ձ dz ղ gh ճ ch մ m յ y ն n շ sh ո o
  չ ch պ p ջ j ռ r ս s վ v տ t ր r ց ts ւ v փ p ք k օ o ֆ f և ev`;

const arabic = `ا a ب b ت t ث th ج j ح h خ kh د d ذ dh ر r ز z س s ش sh ص s ض d ط t ظ z ع - غ gh ف f ق q ك k ل l م m ن n
  ه h و w ي y ى a ة a ء - ٱ a پ p چ ch ژ zh گ g ک k ی y ہ h ے e ں n ٹ t ڈ d ڑ r ـ -`;

const hebrew = `א a ב b ג g ד d ה h ו v ז z ח kh ט t י y כ k ך k ל l מ m ם m נ n ן n ס s ע a פ p ף p צ ts ץ ts ק k ר r
  ש sh ת t`;

/**
 * Letters of alphabets, spelled in plain Latin ones the way names are commonly romanised; "-" stands for nothing.
 * Scripts that are missing here (Han, Hangul, Devanagari and others) are compared as they are written.
 */
export const latinLetters: ReadonlyMap<string, string> = new Map(
  [latin, cyrillic, greek, georgian, armenian, arabic, hebrew].flatMap(pairs),
);

function pairs(table: string): [string, string][] {
  const entries = table.trim().split(/\s+/);
  return entries.flatMap((letter, index): [string, string][] =>
    index % 2 === 0 ? [[letter, (entries[index + 1] ?? '').replace('-', '')]] : [],
  );
}
