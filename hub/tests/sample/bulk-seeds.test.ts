import { describe, expect, test } from '@jest/globals';
import { bulkSeeds } from '../../src/sample/bulk/bulk-seeds.js';
import { signatureShares } from '../../src/sample/bulk/signature-shares.js';

const now = '2026-01-31T12:00:00.000Z';
const size = { organisations: 5_000, statements: 40, signatures: 9_000 };

const registryOf = (seed: string) => [...bulkSeeds(size, seed, now).registry(700)];
const signingsOf = (seed: string) => [...bulkSeeds(size, seed, now).signings(300)];

describe('placeholders', () => {
  test('are the same for the same random seed, ids included, and others for another', () => {
    expect(registryOf('one')).toEqual(registryOf('one'));
    expect(signingsOf('one')).toEqual(signingsOf('one'));
    const ids = (seed: string) => registryOf(seed).flatMap((part) => part.organisations.map(({ id }) => id));
    expect(new Set([...ids('one'), ...ids('two')]).size).toBe(2 * size.organisations);
  });

  test('say that they are placeholders, and no two are the same', () => {
    const organisations = registryOf('one').flatMap((part) => part.organisations);
    expect(organisations).toHaveLength(size.organisations);
    for (const { name, slug } of organisations) {
      expect(name).toMatch(/ \(placeholder\)$/);
      expect(slug).toMatch(/^placeholder-/);
    }
    const keys = organisations.map(({ name, country }) => `${name.toLowerCase()} ${country}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { title, text } of [...bulkSeeds(size, 'one', now).statements(7)].flat())
      expect([title, text].every((said) => /placeholder/i.test(said))).toBe(true);
  });

  test('are as varied as a registry: scripts, acronyms, words that thousands share and words of one', () => {
    const organisations = registryOf('one').flatMap((part) => part.organisations);
    const share = (is: (name: string) => boolean) =>
      organisations.filter(({ name }) => is(name)).length / organisations.length;
    for (const script of ['Latin', 'Cyrillic', 'Arabic', 'Han'])
      expect(share((name) => new RegExp(`^\\p{Script=${script}}`, 'u').test(name))).toBeGreaterThan(0.01);
    expect(share((name) => /rights/i.test(name))).toBeGreaterThan(0.1);
    expect(organisations.filter(({ acronym }) => acronym !== null).length).toBeGreaterThan(500);
    expect(new Set(organisations.map(({ country }) => country)).size).toBeGreaterThan(80);
  });
});

describe('signatures of placeholders', () => {
  test('come in parts that one transaction holds, each window opened by its first', () => {
    const opened = new Set<string>();
    for (const parts of signingsOf('one')) {
      expect(parts.reduce((sum, { signatures }) => sum + 1 + signatures.length, 0)).toBeLessThanOrEqual(301);
      for (const { window, opens } of parts) {
        expect(opens).toBe(!opened.has(window.statementId));
        opened.add(window.statementId);
      }
    }
    expect(opened.size).toBe(size.statements);
  });

  test('are by organisations of the registry, each once per statement, after it was opened', () => {
    const known = new Map(
      registryOf('one').flatMap((part) => part.organisations.map((one) => [one.id, one] as const)),
    );
    const signed = new Set<string>();
    for (const { window, signatures } of signingsOf('one').flat()) {
      for (const { organisationId, name, country, signedAt } of signatures) {
        expect(known.get(organisationId ?? '')).toMatchObject({ name, country });
        expect(signedAt >= window.openedAt && signedAt <= now).toBe(true);
        signed.add(`${window.statementId} ${organisationId}`);
      }
    }
    expect(signed.size).toBe(size.signatures);
  });
});

describe('shares of signatures', () => {
  const sharesOf = (organisations: number, statements: number, signatures: number) => [
    ...signatureShares({ organisations, statements, signatures }),
  ];

  test('give very many to one statement and few to most', () => {
    const shares = sharesOf(100_000, 5_000, 1_000_000);
    expect(shares[0]).toBeGreaterThan(45_000);
    expect(shares[2_500]).toBeLessThan(110);
    expect(shares.at(-1)).toBeGreaterThan(10);
  });

  test.each([
    [12, 3, 20],
    [5, 2, 10],
    [1, 1, 1],
    [1_000_000, 1, 1_000_000],
    [7, 9, 0],
    [3, 40, 119],
    [0, 4, 0],
    [4, 0, 0],
  ])('of %i organisations and %i statements come to %i, and to no more than there are', (...numbers) => {
    const [organisations, statements, signatures] = numbers;
    const shares = sharesOf(organisations, statements, signatures);
    expect(shares).toHaveLength(statements);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(signatures);
    for (const share of shares) {
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(organisations);
    }
  });
});
