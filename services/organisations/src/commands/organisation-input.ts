import { cleanLine, InvalidInput, refuse } from '@coalition-hub/subgraph';
import type { Identifier, OtherName } from '../entities/organisation-record.js';
import { foldAcronym } from '../matching/acronym.js';
import type { ConsultativeStatusInput } from '../types/consultative-status.js';
import { NameKind } from '../types/organisation-name.js';

const mostNames = 20;
const mostIdentifiers = 10;

/** RFC 5646, section 4.4.1: room for every tag that is not made of private or extension subtags. */
const longestLanguage = 35;

interface GivenName {
  readonly name: string;
  readonly language?: string | null;
  readonly kind?: NameKind | null;
}

export function cleanOtherNames(names: readonly GivenName[]): OtherName[] {
  if (names.length > mostNames)
    refuse(new InvalidInput('otherNames', `At most ${mostNames} other names can be kept.`));
  return names.map(({ name, language, kind }) => ({
    name: cleanLine(name, { field: 'otherNames', max: 300 }),
    language: language == null ? null : cleanLanguage(language),
    kind: otherKind(kind ?? (language == null ? NameKind.ALIAS : NameKind.OTHER_LANGUAGE)),
  }));
}

/** @throws InvalidInput for the kinds that have a field of their own */
function otherKind(kind: NameKind): OtherName['kind'] {
  if (kind === NameKind.OTHER_LANGUAGE || kind === NameKind.FORMER || kind === NameKind.ALIAS) return kind;
  return refuse(
    new InvalidInput(
      'otherNames',
      'The usual name, the legal name and the acronym have fields of their own.',
    ),
  );
}

/** The short form of a name; null for none. */
export function cleanAcronym(acronym: string | null | undefined): string | null {
  if (acronym == null) return null;
  const line = cleanLine(acronym, { field: 'acronym', max: 30 });
  if (foldAcronym(line) === '') refuse(new InvalidInput('acronym', '"acronym" must have letters or digits.'));
  return line;
}

/** Null for none, and for one that says the same as the usual name. */
export function cleanLegalName(legalName: string | null | undefined, name: string): string | null {
  if (legalName == null) return null;
  const line = cleanLine(legalName, { field: 'legalName', max: 300 });
  return line === name ? null : line;
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

/** The two columns that hold it; null in both for none. */
export function cleanConsultativeStatus(status: ConsultativeStatusInput | null | undefined): {
  consultativeCategory: string | null;
  consultativeSince: string | null;
} {
  return { consultativeCategory: status?.category ?? null, consultativeSince: status?.since ?? null };
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
