import { describe, expect, it } from '@jest/globals';
import { isCountry, regionOf } from '../src/geography/country.js';

/** UN M49, https://unstats.un.org/unsd/methodology/m49/overview/, codes by region. */
const m49 = {
  AFRICA: `AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW IO KE KM LR LS LY MA MG ML MR MU MW MZ
    NA NE NG RE RW SC SD SH SL SN SO SS ST SZ TD TF TG TN TZ UG YT ZA ZM ZW`,
  AMERICAS: `AG AI AR AW BB BL BM BO BQ BR BS BV BZ CA CL CO CR CU CW DM DO EC FK GD GF GL GP GS GT GY HN HT JM KN KY
    LC MF MQ MS MX NI PA PE PM PR PY SR SV SX TC TT US UY VC VE VG VI`,
  ASIA: `AE AF AM AZ BD BH BN BT CN CY GE HK ID IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM MN MO MV MY NP OM PH PK
    PS QA SA SG SY TH TJ TL TM TR UZ VN YE`,
  EUROPE: `AD AL AT AX BA BE BG BY CH CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC MD ME MK
    MT NL NO PL PT RO RS RU SE SI SJ SK SM UA VA`,
  OCEANIA: 'AS AU CC CK CX FJ FM GU HM KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV UM VU WF WS',
} as const;

/** ISO 3166-1 codes that M49 does not list, and the one of Kosovo. */
const unlisted = { AQ: null, TW: 'ASIA', XK: 'EUROPE' } as const;

const expected = new Map<string, string | null>([
  ...Object.entries(m49).flatMap(([region, codes]) =>
    codes.split(/\s+/).map((code) => [code, region] as const),
  ),
  ...Object.entries(unlisted),
]);

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const allCodes = letters.flatMap((first) => letters.map((second) => first + second));

describe('countries', () => {
  it('are the 249 of ISO 3166-1 and Kosovo', () => {
    expect(expected.size).toBe(250);
    expect(allCodes.filter(isCountry)).toEqual([...expected.keys()].sort());
  });

  it.each([
    'XX',
    'ZZ',
    'UK',
    'EU',
    'AC',
    'TA',
    'es',
    'Es',
    'ESP',
    '724',
    'E',
    '',
    ' ES',
    'toString',
    '__proto__',
  ])('do not include "%s"', (code) => {
    expect(isCountry(code)).toBe(false);
  });

  it('belong to the regions of UN M49', () => {
    const regions = allCodes.filter(isCountry).map((code) => [code, regionOf(code)]);
    expect(Object.fromEntries(regions)).toEqual(Object.fromEntries(expected));
  });
});
