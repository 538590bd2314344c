import { foldWords } from './fold-words.js';

/** What an import can read of a list. */
export const columnNames = [
  'name',
  'country',
  'acronym',
  'formerly',
  'now',
  'aka',
  'renamed',
  'capacity',
  'joined',
  'signed',
  'change',
  'decision',
] as const;

/** Those that say what a body is called and where it sits. */
export const namingColumns = ['name', 'country', 'acronym', 'formerly', 'now', 'aka', 'renamed'] as const;

export type ColumnName = (typeof columnNames)[number];

/**
 * What columns are called in lists. For names the second line is weaker: "Name" beside "Organisation" is a person's,
 * whom no import should read.
 */
const headers: Readonly<Record<ColumnName, readonly (readonly string[])[]>> = {
  name: [
    [
      'organisation, organization, organisation name, organization name, name of organisation, name of organization',
      'name of the organisation, name of the organization, organisations, organizations, ngo, name of ngo, ngo name',
      'signatory, signatories, signatory organisation, signatory organization, member, member organisation, group',
      'member organization, name of group, institution, association, cso, network, name as signed, name of your organisation',
      'name of your organization, organisation or network, organization or network, organisation network',
      'organizacion, organizaciones, nombre de la organizacion, nombre organizacion, entidad, asociacion, colectivo',
      'nom de organisation, nom organisation, nom de association, ong, nombre de la ong, nom de ong, signataire, organisme',
      'organizacao, nome da organizacao, entidade, associacao, organizzazione, nome organizzazione, associazione',
      'nome della organizzazione, nome dell organizzazione, organisatie, naam organisatie, naam van de organisatie',
      'organisationen, name der organisation, verein, verband, organisationsname, organizacja, nazwa organizacji',
      'organisasjon, organisaatio, szervezet, organizatie, organizatia, kurum, kurulus, orgut, organizacio, entitat',
      'организация, название организации, организация название, організація, назва організації, οργανωση',
      'المنظمة, اسم المنظمة, الجمعية, اسم الجمعية, سازمان, نام سازمان, ארגון, संगठन, संस्था, 组织, 组织名称, 機構, 団体名, 組織名, 단체, 단체명',
    ],
    [
      'name, names, full name, nombre, nombres, nom, noms, nome, nomes, naam, namen, nazwa, namn, navn, nimi, nev, nume',
      'isim, ad, adi, название, наименование, назва, ονομα, الاسم, اسم, نام, שם, नाम, 名称, 名前, 名稱, 이름',
    ],
  ],
  country: [
    [
      'country, countries, country as printed, country as signed, country region, country or region, country of registration',
      'country of organisation, country of organization, country name, country code, location, based in, nation, state',
      'pais, paises, pais de origen, pays, pays d origine, pays de origine, land, lander, staat, paese, nazione, stato, kraj',
      'maa, orszag, tara, ulke, zeme, drzava, страна, країна, держава, χωρα, البلد, الدولة, بلد, كشور, کشور, ארץ, מדינה, देश',
      '国家, 国, 國家, 国名, 국가, 나라',
    ],
  ],
  acronym: [
    [
      'acronym, abbreviation, short name, initials, sigla, siglas, acronimo, sigle, acronyme, abreviatura, abkurzung, kurzel',
      'kurzname, afkorting, skrot, аббревиатура, сокращение, الاختصار, 缩写, 略称',
    ],
  ],
  formerly: [
    [
      'formerly, former name, former names, formerly known as, previous name, previous names, previously, previously known as',
      'renamed from, old name, old names, fka, f k a, nombre anterior, nombres anteriores, antes, anteriormente, antiguo nombre',
      'antiguamente, denominacion anterior, ancien nom, anciens noms, anciennement, nom precedent, ancienne denomination, auparavant',
      'nome anterior, nome precedente, fruherer name, ehemals',
    ],
  ],
  now: [
    [
      'now, now known as, current name, new name, renamed to, renamed as, nombre actual, nuevo nombre, nueva denominacion, ahora',
      'actualmente, nom actuel, nouveau nom, nouvelle denomination, desormais, maintenant, nome atual, nome attuale, neuer name',
    ],
  ],
  aka: [
    [
      'aka, a k a, also known as, alias, aliases, other name, other names, alternative name, alternative names, otro nombre',
      'otros nombres, tambien conocida como, tambien conocido como, autre nom, autres noms, aussi connu sous le nom de, egalement appele',
    ],
  ],
  renamed: [
    [
      'renamed on, renamed, date renamed, date of renaming, date of rename, date of name change, name changed on, cambio de nombre',
      'fecha de cambio de nombre, fecha del cambio de nombre, date du changement de nom, changement de nom, renomme le, renommee le',
    ],
  ],
  capacity: [
    [
      'capacity, in the capacity of, capacity as signed, signed as, en calidad de, en qualite de, in der funktion als, nella qualita di',
    ],
    // Forms also ask for the position of whoever fills them in: see `withoutContacts`.
    ['cargo'],
  ],
  joined: [
    [
      'joined, joined on, member since, since, date joined, membership date, miembro desde, desde, fecha de ingreso, membre depuis',
      'depuis, date d adhesion, date de adhesion, membro desde, mitglied seit, seit, beitritt, membro dal, lid sinds, членство с',
    ],
  ],
  signed: [
    [
      'signed, signed on, date signed, signature date, date of signature, date, timestamp, fecha, fecha de firma, firmado',
      'date de signature, signe le, data, data de assinatura, datum, unterzeichnet am, unterschrieben am, data firma, дата',
    ],
  ],
  change: [
    [
      'change, changes, kind of change, type of change, cambio, tipo de cambio, changement, type de changement',
    ],
  ],
  decision: [['decision']],
};

/** Header in folded words to the column it names and how surely: 0 is best. */
const known: ReadonlyMap<ColumnName, ReadonlyMap<string, number>> = new Map(
  columnNames.map((column) => [column, ranked(headers[column])]),
);

function ranked(levels: readonly (readonly string[])[]): Map<string, number> {
  return new Map(
    levels.flatMap((lines, level) =>
      lines.flatMap((line) => line.split(',').map((header) => [foldWords(header).join(' '), level] as const)),
    ),
  );
}

/** How surely a header names the column, 0 is best; null where it does not. Of "País / Country" both parts must. */
export function headerRank(header: string, column: ColumnName): number | null {
  const ranks = [header, ...partsOf(header)].map((text) => known.get(column)?.get(foldWords(text).join(' ')));
  const [whole, ...parts] = ranks;
  if (whole !== undefined) return whole;
  const all = parts.filter((rank) => rank !== undefined);
  return parts.length > 0 && all.length === parts.length ? Math.max(...all) : null;
}

/** How many of the columns that an import knows a row of headers names. */
export function namedColumns(cells: readonly string[]): number {
  return columnNames.filter((column) => cells.some((cell) => headerRank(cell, column) !== null)).length;
}

function partsOf(header: string): string[] {
  const parts = header.split('/');
  return parts.length > 1 && parts.length <= 4 ? parts : [];
}
