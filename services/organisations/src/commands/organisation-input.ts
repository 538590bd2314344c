import { cleanLine, InvalidInput, refuse } from '@coalition-hub/subgraph';
import type { Identifier, OtherName } from '../entities/organisation-record.js';

const mostNames = 20;
const mostIdentifiers = 10;

/** RFC 5646, section 4.4.1: room for every tag that is not made of private or extension subtags. */
const longestLanguage = 35;

export function cleanOtherNames(names: readonly { name: string; language?: string | null }[]): OtherName[] {
  if (names.length > mostNames)
    refuse(new InvalidInput('otherNames', `At most ${mostNames} other names can be kept.`));
  return names.map(({ name, language }) => ({
    name: cleanLine(name, { field: 'otherNames', max: 300 }),
    language: language == null ? null : cleanLanguage(language),
  }));
}

/** @throws InvalidInput for what is not well-formed BCP 47 (RFC 5646) */
function cleanLanguage(language: string): string {
  const notATag = new InvalidInput('otherNames', 'A language must be a tag such as "es" or "pt-BR".');
  if (language.length > longestLanguage) refuse(notATag);
  try {
    return Intl.getCanonicalLocales(language)[0] ?? language;
  } catch {
    return refuse(notATag);
  }
}

export function cleanIdentifiers(identifiers: readonly Identifier[]): Identifier[] {
  if (identifiers.length > mostIdentifiers) {
    refuse(new InvalidInput('identifiers', `At most ${mostIdentifiers} identifiers can be kept.`));
  }
  return identifiers.map(({ scheme, value }) => ({
    scheme,
    value: cleanLine(value, { field: 'identifiers', max: 100 }),
  }));
}

/** Only what a browser may safely follow. */
export function cleanWebsite(website: string | null | undefined): string | null {
  if (website == null) return null;
  const line = cleanLine(website, { field: 'website', max: 500 });
  const url = URL.canParse(line) ? new URL(line) : null;
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') {
    refuse(new InvalidInput('website', '"website" must be an address that starts with https:// or http://.'));
  }
  if (url.username !== '' || url.password !== '') {
    refuse(new InvalidInput('website', '"website" must not contain a user name or password.'));
  }
  return url.href;
}
