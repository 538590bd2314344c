/** A made-up body as the registry has it, and how lists print it. */
export interface PrintedVariants {
  readonly name: string;
  readonly country: string | null;
  readonly acronym?: string;
  readonly otherNames?: readonly { readonly name: string; readonly language?: string }[];
  /** Each by what is different about it. */
  readonly variants: readonly (readonly [kind: Kind, name: string, country?: string | null])[];
}

export type Kind =
  | 'letters'
  | 'typing error'
  | 'acronym'
  | 'brackets'
  | 'country'
  | 'language'
  | 'script'
  | 'cut'
  | 'spacing';

export const bodies: readonly PrintedVariants[] = [
  {
    name: 'Asociación Faro del Estrecho',
    country: 'ES',
    acronym: 'AFE',
    variants: [
      ['letters', 'ASOCIACION FARO DEL ESTRECHO'],
      ['typing error', 'Asociación Faro del Estrcho'],
      ['typing error', 'Asociasión Faro de Estrecho'],
      ['acronym', 'AFE'],
      ['brackets', 'Asociación Faro del Estrecho (AFE)'],
      ['language', 'Association Faro del Estrecho'],
      ['country', 'Asociación Faro del Estrecho - España'],
    ],
  },
  {
    name: 'Centre for River & Coastal Rights',
    country: 'KE',
    acronym: 'CRCR',
    variants: [
      ['letters', 'Center for River and Coastal Rights'],
      ['brackets', 'The Centre for River and Coastal Rights (CRCR)'],
      ['typing error', 'Centre for River and Costal Rights'],
      ['typing error', 'Centre for Rvier & Coastal Rights'],
      ['acronym', 'CRCR'],
      ['acronym', 'CRCR - Kenya'],
      ['country', 'Centre for River & Coastal Rights Kenya'],
      ['language', 'Centro de Derechos River Coastal'],
    ],
  },
  {
    name: 'Réseau des Femmes du Delta',
    country: 'SN',
    acronym: 'REFED',
    variants: [
      ['letters', 'reseau des femmes du delta'],
      ['language', 'Delta Women’s Network'],
      ['language', 'Red de Mujeres del Delta'],
      ['acronym', 'REFED'],
      ['brackets', 'REFED (Réseau des Femmes du Delta)'],
      ['typing error', 'Reseau des Femes du Delta'],
      ['country', 'Réseau des Femmes du Delta, Sénégal'],
    ],
  },
  {
    name: 'Правозащитный центр «Северный Маяк»',
    country: 'RU',
    variants: [
      ['script', 'Pravozashchitny tsentr Severny Mayak'],
      ['script', 'Pravozashchitnyi Tsentr "Severnyi Mayak"'],
      ['letters', 'ПРАВОЗАЩИТНЫЙ ЦЕНТР "СЕВЕРНЫЙ МАЯК"'],
      ['typing error', 'Правозащитный центр Северный Маек'],
    ],
  },
  {
    name: 'Ομάδα Θάλασσα και Ειρήνη',
    country: 'GR',
    variants: [
      ['script', 'Omada Thalassa kai Eirini'],
      ['letters', 'ΟΜΑΔΑ ΘΑΛΑΣΣΑ ΚΑΙ ΕΙΡΗΝΗ'],
      ['typing error', 'Ομάδα Θάλασα και Ειρήνη'],
    ],
  },
  {
    name: 'ორგანიზაცია მთის ხმა',
    country: 'GE',
    variants: [
      ['script', 'Organizatsia Mtis Khma'],
      ['letters', 'ორგანიზაცია „მთის ხმა“'],
    ],
  },
  {
    name: 'مركز الساحل لحقوق الإنسان',
    country: 'TN',
    otherNames: [{ name: 'Sahel Centre for Human Rights', language: 'en' }],
    variants: [
      ['letters', 'مركز الساحل لحقوق الانسان'],
      ['script', 'Sahel Center for Human Rights'],
      ['script', 'Sahel Centre for Human Right'],
      ['brackets', 'Sahel Centre for Human Rights (SCHR)'],
    ],
  },
  {
    name: 'מרכז הגשר',
    country: 'IL',
    otherNames: [{ name: 'Gesher Center', language: 'en' }],
    variants: [
      ['script', 'Gesher Centre'],
      ['letters', 'מרכז "הגשר"'],
    ],
  },
  {
    name: '河口劳工网络',
    country: 'HK',
    otherNames: [{ name: 'Estuary Labour Network', language: 'en' }],
    variants: [
      ['script', 'Estuary Labor Network'],
      ['letters', '河口劳工网络 (Estuary Labour Network)'],
      ['letters', '「河口劳工网络」'],
    ],
  },
  {
    name: 'HakiBahari',
    country: 'TZ',
    variants: [
      ['letters', 'Hakibahari'],
      ['spacing', 'Haki Bahari'],
      ['spacing', 'Haki-Bahari'],
      ['typing error', 'HakiBahri'],
      ['country', 'HakiBahari Tanzania'],
    ],
  },
  {
    name: 'International Federation of Lighthouse and Harbour Workers',
    country: null,
    acronym: 'IFLHW',
    variants: [
      ['acronym', 'IFLHW'],
      ['acronym', 'IFLHW/FITPF'],
      ['letters', 'International Federation of Lighthouse & Harbour Workers'],
      ['typing error', 'Internatonal Federation of Lighthouse and Harbour Workers'],
      ['language', 'Federación Internacional de Trabajadores Lighthouse y Harbour'],
      ['cut', 'International Federation of Lighthouse and Harbour W'],
      ['brackets', 'IFLHW (International Federation of Lighthouse and Harbour Workers)'],
    ],
  },
  {
    name: 'Tejedoras Unidas de Occidente',
    country: 'GT',
    acronym: 'TUO',
    variants: [
      ['letters', 'TEJEDORAS UNIDAS DE OCCIDENTE'],
      ['typing error', 'Tejedoras Unidas de Ocidente'],
      ['typing error', 'Tegedoras Unidas de Occidente'],
      ['acronym', 'TUO'],
      ['brackets', 'Tejedoras Unidas de Occidente -TUO-'],
      ['country', 'Tejedoras Unidas de Occidente Guatemala'],
    ],
  },
  {
    name: 'Blue Kettle Legal Resource Foundation',
    country: 'IN',
    acronym: 'BKLRF',
    variants: [
      ['letters', 'Blue-Kettle Legal Resource Foundation'],
      ['typing error', 'Blue Kettel Legal Resource Foundation'],
      ['typing error', 'Blue Kettle Legal Resourse Foundaton'],
      ['acronym', 'BKLRF India'],
      ['cut', 'Blue Kettle Legal Resource'],
      ['brackets', 'Blue Kettle Legal Resource Foundation [BKLRF]'],
    ],
  },
  {
    name: "People's Orchard Movement",
    country: 'PH',
    acronym: 'POM',
    variants: [
      ['letters', 'Peoples Orchard Movement'],
      ['letters', 'People’s Orchard Movement'],
      ['typing error', "People's Orchad Movement"],
      ['brackets', "People's Orchard Movement (POM-Philippines)"],
      ['acronym', 'POM'],
    ],
  },
  {
    name: 'Koalition Grenzenlose Werkstatt',
    country: 'DE',
    variants: [
      ['language', 'Coalition Grenzenlose Werkstatt'],
      ['letters', 'Koalition „Grenzenlose Werkstatt“ e.V.'],
      ['typing error', 'Koalition Grenzenlose Werkstat'],
      ['spacing', 'Koalition Grenzenlose-Werkstatt'],
    ],
  },
  {
    name: 'Fundação Jangada Livre',
    country: 'BR',
    variants: [
      ['letters', 'Fundacao Jangada Livre'],
      ['language', 'Jangada Livre Foundation'],
      ['typing error', 'Fundação Jangda Livre'],
      ['country', 'Fundação Jangada Livre (Brasil)'],
    ],
  },
  {
    name: 'Southern Saltmarsh Trade, Information and Learning Institute',
    country: 'UG',
    acronym: 'SASTILI',
    variants: [
      ['letters', 'Southern Saltmarsh Trade Information and Learning Institute'],
      ['brackets', 'Southern Saltmarsh Trade Information and Learning Institute (SASTILI)'],
      ['country', 'Southern Saltmarsh Trade Information & Learning Institute (SASTILI)-Uganda'],
      ['acronym', 'SASTILI Uganda'],
      ['typing error', 'Southern Saltmarsh Trade Infomation and Learning Institute'],
    ],
  },
  {
    name: 'Council of Moorland – Conseil de la Lande',
    country: 'CA',
    variants: [
      ['cut', 'Council of Moorland'],
      ['letters', 'Council of Moorland - Conseil de la Lande'],
      ['letters', 'Council of Moorland / Conseil de la Lande'],
    ],
  },
  {
    name: 'Union des Conteurs du Fleuve',
    country: 'ML',
    acronym: 'UCF',
    variants: [
      ['letters', "L'Union des Conteurs du Fleuve"],
      ['typing error', 'Union des Conteur du Fleuve'],
      ['brackets', 'Union des Conteurs du Fleuve, UCF'],
      ['acronym', 'U.C.F.'],
    ],
  },
  {
    name: 'Ekumenická dílna',
    country: 'CZ',
    otherNames: [{ name: 'Ecumenical Workshop', language: 'en' }],
    variants: [
      ['letters', 'Ekumenicka dilna'],
      ['brackets', 'Ekumenická dílna (Ecumenical Workshop)'],
      ['language', 'Ecumenical Workshop'],
      ['typing error', 'Ecumenical Workship'],
    ],
  },
  {
    name: 'Migrant Lantern Initiative',
    country: 'MY',
    acronym: 'MLI',
    variants: [
      ['letters', 'MIGRANT LANTERN INITIATIVE'],
      ['typing error', 'Migrant Lanten Initiative'],
      ['typing error', 'Migrant Lantern Inititative'],
      ['brackets', 'Migrant Lantern Initiative ( MLI)'],
      ['language', 'Iniciativa Migrantes Lantern'],
    ],
  },
  {
    name: 'Third Well Network',
    country: 'MY',
    acronym: '3WN',
    variants: [
      ['letters', 'Third Well network'],
      ['typing error', 'Thrid Well Network'],
      ['brackets', 'Third Well Network (3WN)'],
      ['country', 'Third Well Network, Malaysia'],
    ],
  },
  {
    name: 'Observatorio de la Niebla',
    country: 'PE',
    variants: [
      ['language', 'Observatoire de la Niebla'],
      ['typing error', 'Obsevatorio de la Niebla'],
      ['brackets', 'Observatorio de la Niebla (ONG)'],
      ['letters', 'OBSERVATORIO DE LA NIEBLA ONG'],
    ],
  },
  {
    name: 'Stop Paddle Tolls',
    country: 'NO',
    variants: [
      ['letters', 'STOP Paddle Tolls'],
      ['spacing', 'StopPaddleTolls'],
      ['typing error', 'Stop Padle Tolls'],
      ['country', 'Stop Paddle Tolls - Norge'],
    ],
  },
  {
    name: 'Xaverian Ferry Union for Democratic Transport',
    country: 'ZA',
    variants: [
      ['acronym', 'XFUDT'],
      ['brackets', 'Xaverian Ferry Union for Democratic Transport (XFUDT)'],
      ['typing error', 'Xaverian Fery Union for Democratic Transport'],
      ['cut', 'Xaverian Ferry Union for Democratic'],
    ],
  },
  {
    name: 'Հույսի կամուրջ',
    country: 'AM',
    variants: [
      ['script', 'Huysi Kamurj'],
      ['letters', '«Հույսի կամուրջ» ՀԿ'],
    ],
  },
  {
    name: 'Громадська спілка «Світло»',
    country: 'UA',
    variants: [
      ['script', 'Hromadska spilka Svitlo'],
      ['script', 'Gromadska Spilka Svitlo'],
      ['letters', 'Громадська спілка "Світло"'],
    ],
  },
];

/** Different bodies that look like one in the registry: never the same by themselves. */
export const lookAlikes: readonly (readonly [
  inRegistry: string,
  country: string | null,
  printed: string,
  country: string | null,
])[] = [
  ['Attic Forum Norway', 'NO', 'Attic Forum Austria', 'AT'],
  ['Attic Forum Norway', 'NO', 'Attic Forum', null],
  ['Attic Forum Norway', 'NO', 'Attic Forum Norway', 'SE'],
  ['Friends of the Tide International', null, 'Amigos de la Marea Argentina', 'AR'],
  ['Friends of the Tide International', null, 'Friends of the Tide Malaysia', 'MY'],
  ['Friends of the Tide International', null, 'Friends of the Tide', 'NZ'],
  [
    'Confederation of Autonomous Unions of Cameroon',
    'CM',
    'Confederation of Autonomous Unions of Senegal',
    'SN',
  ],
  [
    'Confederation of Autonomous Unions of Cameroon',
    'CM',
    'Confederation of Democratic Unions of Cameroon',
    'CM',
  ],
  ['Group of 61', null, 'Group of 62', null],
  ['Decade 2011–2020 Platform', null, 'Decade 2021–2030 Platform', null],
  ['Third Spring Network', null, 'Third Spring Network-Africa', null],
  ['Third Spring Network', null, 'Fourth Spring Network', null],
  ['National Union (Teachers)', 'GB', 'National Union (Nurses)', 'GB'],
  ['National Union (Teachers)', 'GB', 'National Union', 'GB'],
  ['Public Harbour Union (PHU)', 'AU', 'Public Harbour Union (PSG)', 'AU'],
  ['Women of Liberia', 'LR', 'Women of Libya', 'LY'],
  ['Human Rights Institute of Niger', 'NE', 'Human Rights Institute of Nigeria', 'NG'],
  ['Centre for Dominican Studies', 'DO', 'Centre for Dominica Studies', 'DM'],
  ['Association of Slovak Weavers', 'SK', 'Association of Sloven Weavers', 'SI'],
  ['Saint Anna Mission', 'AT', 'Saint Anne Mission', 'AT'],
  ['CNC', 'BE', 'CNC', 'FR'],
  ['Women in Law', 'KE', 'Women in Laws and Order', 'KE'],
  ['Pacific Peace Council', null, 'Pacific Council', null],
  ['Greenhouse', null, 'Greenhouse', 'CA'],
  ['Legal Aid Board', 'IE', 'Legal Aid Society', 'IE'],
  ['Women Farmers League', 'NP', 'Women Fishers League', 'NP'],
  ['Save the Dunes', 'US', 'Save the Dunes', 'MX'],
  ['Child Rights Forum', 'BD', 'Child Rights Federation', 'BD'],
  ['Free Press Watch Congo', 'CG', 'Free Press Watch DRC', 'CD'],
  ['Doctors for Harbours', 'FR', 'Doctors for Harbours USA', 'US'],
  ['Union of Quarry Workers (UQW)', 'IT', 'Union of Quilt Weavers (UQW)', 'IT'],
  ['South Bank Collective', 'PS', 'West Bank Collective', 'PS'],
];
