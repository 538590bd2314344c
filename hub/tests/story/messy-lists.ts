/**
 * Lists as coordinators keep them, made up for the story. Whoever changes one counts again what the tests expect of it.
 */

/** A letter with 26 rows: one body three times, another one twice, chapters, networks, a country that is none. */
export const letter = `# Letter on the rivers; statement of 28 April – list as sent around, typos kept
# (row 7 is missing in the source)
N°;Nom de l’organisation;País / Country;block
1;Réseau des Lacs et Rivières (RELAR);;international/regional
2;Amigos del Río América Latina AMIRAL;;international/regional
3;"Women, Law & Rivers (WLR)";;international/regional
4;River Friends International;;international/regional
5;DELTA (Development and Ecology of Lakes, Tides and Aquifers);;international/regional
6;River Friends Australia;Australia;
8;River Friends;Australia;
9;River Friends Uganda;Uganda;
10;River Friends;Kenya;
11;Río Abierto;Rep. Dominicana;
12;Équité Fleuves;Côte d'Ivoire;
13;Equite fleuves;Cote d’Ivoire;
14;Centre for Delta Research;U.K.;
15;Rivers & Ports Institute;UK;
16;Rivers and Ports Institute (RPI);United Kingdom;
17;RIVERS AND PORTS INSTITUTE;Great Britain;
18;Fishers' Union of Cuyama;EE.UU.;
19;"Workers ""Sin Orilla"" Union";Korea (Rep. of);
20;Verein für Flüsse e.V.;Deutschland;
21;Dam Watch;Atlantis;
22;Hidroforum;Republica Checa;
23;Delta Care Foundation;Viet Nam;
24;Delta Care Foundatoin;Vietnam;
25;Forum of 77 Ports;Türkiye;
26;Forum of 78 Ports;Türkiye;
27;Springs Association;;
`;

/** The same letter as an old spreadsheet saves it, without what Latin-1 has no letters for. */
export const letterInLatin1 = Buffer.from(letter.replaceAll('’', "'").replaceAll('–', '-'), 'latin1');

/** Six years of a coalition's page: who came and went, spelling changed, one body away for two years. */
export const sixYears = `# computed from the versions of the page; the latest change stands on top
date,change,name,country
2026-03-09,removed,Tide Table,Portugal
2025-11-30,added,Harbour Voices,Malta
2025-06-15,added,Estuary Trust,Ireland
2024-02-29,removed,Marsh Monitor,Poland
2024-02-29,added,Marsh Monitors,Poland
2023-07-01,added,Upstream,Peru
2023-07-01,added,Upstream,Bolivia
2022-12-31,removed,Canal Commons,Belgium
2022-12-31,removed,Upstream,Chile
2021-08-20,removed,Estuary Trust,Ireland
2021-08-20,removed,Reed & Rush,Kenya
2021-08-20,added,Reed and Rush,Kenya
2021-03-03,added,Upstream,Chile
2021-03-03,added,One Day Wonder,Spain
2021-03-03,removed,One Day Wonder,Spain
2020-01-06,initial,Estuary Trust,Ireland
2020-01-06,initial,Reed & Rush,Kenya
2020-01-06,initial,Tide Table,Portugal
2020-01-06,initial,Marsh Monitor,Poland
2020-01-06,initial,Canal Commons,Belgium
`;

/** Who was a member at the end of a day, by what is printed last; "Marsh Monitors" is the one body it was before. */
export const members: readonly (readonly [day: string, names: readonly string[]])[] = [
  ['2020-01-05', []],
  [
    '2020-01-06',
    ['Canal Commons BE', 'Estuary Trust IE', 'Marsh Monitors PL', 'Reed & Rush KE', 'Tide Table PT'],
  ],
  [
    '2021-03-02',
    ['Canal Commons BE', 'Estuary Trust IE', 'Marsh Monitors PL', 'Reed & Rush KE', 'Tide Table PT'],
  ],
  [
    '2021-03-03',
    [
      'Canal Commons BE',
      'Estuary Trust IE',
      'Marsh Monitors PL',
      'Reed & Rush KE',
      'Tide Table PT',
      'Upstream CL',
    ],
  ],
  ['2021-08-20', ['Canal Commons BE', 'Marsh Monitors PL', 'Reed & Rush KE', 'Tide Table PT', 'Upstream CL']],
  ['2022-12-30', ['Canal Commons BE', 'Marsh Monitors PL', 'Reed & Rush KE', 'Tide Table PT', 'Upstream CL']],
  ['2022-12-31', ['Marsh Monitors PL', 'Reed & Rush KE', 'Tide Table PT']],
  ['2023-07-01', ['Marsh Monitors PL', 'Reed & Rush KE', 'Tide Table PT', 'Upstream BO', 'Upstream PE']],
  ['2024-02-28', ['Marsh Monitors PL', 'Reed & Rush KE', 'Tide Table PT', 'Upstream BO', 'Upstream PE']],
  ['2024-02-29', ['Marsh Monitors PL', 'Reed & Rush KE', 'Tide Table PT', 'Upstream BO', 'Upstream PE']],
  [
    '2025-06-15',
    [
      'Estuary Trust IE',
      'Marsh Monitors PL',
      'Reed & Rush KE',
      'Tide Table PT',
      'Upstream BO',
      'Upstream PE',
    ],
  ],
  [
    '2025-11-30',
    [
      'Estuary Trust IE',
      'Harbour Voices MT',
      'Marsh Monitors PL',
      'Reed & Rush KE',
      'Tide Table PT',
      'Upstream BO',
      'Upstream PE',
    ],
  ],
  [
    '2026-03-09',
    [
      'Estuary Trust IE',
      'Harbour Voices MT',
      'Marsh Monitors PL',
      'Reed & Rush KE',
      'Upstream BO',
      'Upstream PE',
    ],
  ],
];

/** Nine years of one open letter: three renames that tell themselves, one that a person decides, one that withdrew. */
export const nineYears = `# from the history of the letter's page
date,commit,change,organisation,previous name
2017-09-07,b1,initial,openstreams,
2017-09-07,b1,initial,K Stream Environment,
2017-09-07,b1,initial,Open Software Rivers Alliance,
2017-09-07,b1,initial,Stream Courage,
2017-09-07,b1,initial,Ayuntamiento de Villa Lago,
2017-09-08,b2,added,OpenStreams,
2017-09-08,b2,removed,openstreams,
2018-03-08,c1,added,Free Rivers Bacelona,
2018-03-09,c2,added,Free Rivers Barcelona,
2018-03-09,c2,removed,Free Rivers Bacelona,
2020-07-02,d1,added,KSE e.V. (formerly K Stream Environment),
2020-07-02,d1,removed,K Stream Environment,
2021-05-11,e1,added,City Council of Villa Lago,
2021-05-11,e1,removed,Ayuntamiento de Villa Lago,
2023-02-03,f1,added,Open Source Rivers Alliance,Open Software Rivers Alliance
2023-02-03,f1,removed,Open Software Rivers Alliance,
2025-04-02,g1,removed,Stream Courage,
2026-05-06,h1,added,Decided Streams,
`;
