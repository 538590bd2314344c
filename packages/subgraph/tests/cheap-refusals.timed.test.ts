import { describe, expect, test } from '@jest/globals';
import { complaints, notes, repeated, signedOut } from './weighed-operations.js';

/** Levels of fragments, each spreading the next one several times. */
const bomb = (levels: number, spreads: number) =>
  `{ ...F0 } ${repeated(levels, (level) => `fragment F${level} on Query { ${repeated(spreads, () => `...F${level + 1}`)} }`)}
   fragment F${levels} on Query { members }`;

const deep = `{ __schema { types ${'{ fields { type '.repeat(10)} { name } ${'} }'.repeat(10)} } }`;

/** Name, source and variables of operations that must not run. */
const refused: readonly (readonly [string, string, Readonly<Record<string, unknown>>?])[] = [
  ['31 root fields', `{ ${repeated(31, (index) => `a${index}: members`)} }`],
  [
    'root fields in fragments',
    `{ ...F ...G } ${['F', 'G'].map((name) => `fragment ${name} on Query { ${repeated(16, (i) => `${name}${i}: members`)} }`).join(' ')}`,
  ],
  ['61 aliases', `{ ${notes('1', `edges { node { ${repeated(61, (index) => `t${index}: title`)} } }`)} }`],
  [
    'aliases in a fragment used often',
    `{ ${repeated(10, (index) => `n${index}: ${notes('1', 'edges { node { ...T } }')}`)} } fragment T on Note { ${repeated(10, (index) => `t${index}: title`)} }`,
  ],
  ['a fragment bomb', bomb(14, 2)],
  ['a wide fragment bomb', bomb(4, 30)],
  [
    'a page of 200 at every of 30 root fields',
    `{ ${repeated(29, (index) => `n${index}: ${notes('200', 'edges { node { id title } } totalCount')}`)} ${repeated(0, () => '')} }`,
  ],
  ['more tokens than allowed', `{ ${repeated(4_001, () => 'members')} }`],
  ['1 MB of brackets', '{a'.repeat(500_000)],
  ['1 MB of one string', `{ notes(boardId: "${'x'.repeat(1_000_000)}", first: 201) { totalCount } `],
  ['deep introspection', deep],
  [
    'fields that might conflict',
    `{ ${repeated(1_000, () => 'members')} ...F } fragment F on Query { ${repeated(1_000, () => 'members')} a${repeated(1, () => 'b')} }`,
  ],
];

describe('what may not, and what refusing it costs', () => {
  test.each(refused)('%s', (_what, source, variables = {}) => {
    const before = process.cpuUsage();
    const errors = complaints(source, { variables, limits: { ...signedOut, maxCost: 5_000 } });
    const { user, system } = process.cpuUsage(before);
    const milliseconds = (user + system) / 1_000;
    console.info(`${milliseconds.toFixed(1)} ms of CPU: ${_what}`);
    expect(errors).not.toEqual([]);
    expect(milliseconds).toBeLessThan(50);
  });
});
