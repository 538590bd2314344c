/** Languages for which every supported PostgreSQL brings a dictionary, by their ISO 639-1 codes. */
const dictionaries: Readonly<Record<string, string>> = {
  ar: 'arabic',
  hy: 'armenian',
  eu: 'basque',
  ca: 'catalan',
  da: 'danish',
  nl: 'dutch',
  en: 'english',
  fi: 'finnish',
  fr: 'french',
  de: 'german',
  el: 'greek',
  hi: 'hindi',
  hu: 'hungarian',
  id: 'indonesian',
  ga: 'irish',
  it: 'italian',
  lt: 'lithuanian',
  ne: 'nepali',
  nb: 'norwegian',
  nn: 'norwegian',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sr: 'serbian',
  es: 'spanish',
  sv: 'swedish',
  ta: 'tamil',
  tr: 'turkish',
  yi: 'yiddish',
};

/** Names of the dictionaries, each once. */
export const dictionaryNames: readonly string[] = [...new Set(Object.values(dictionaries))];

/** The text search configuration made of a dictionary; `simple` knows words, but no forms of words. */
export const configurationNamed = (dictionary: string) => `hub_${dictionary}`;

/** All text search configurations that documents may have been made with. */
export const searchConfigurations: readonly string[] = ['simple', ...dictionaryNames].map(configurationNamed);

/** The text search configuration for a language tag (BCP 47): that of its language, whatever its script or region. */
export function searchConfigurationOf(language: string): string {
  const [primary = ''] = language.toLowerCase().split('-');
  return configurationNamed((Object.hasOwn(dictionaries, primary) && dictionaries[primary]) || 'simple');
}
