import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const lockfiles = ['package-lock.json', 'bench/peers/package-lock.json'];

/** The first version without the advisories that were known for those before it. */
const safeSince: readonly (readonly [RegExp, string])[] = [
  [/^@apollo\/server$/, '5.5.0'],
  [/^@apollo\/subgraph$/, '2.15.0'],
  [/^@mikro-orm\//, '7.0.6'],
  [/^ws$/, '8.21.0'],
  [/^graphql-yoga$/, '5.21.3'],
];

/** Every copy of a package that a lockfile installs, wherever it lies. */
function copies(lockfile: string): { name: string; version: string; path: string }[] {
  const { packages } = JSON.parse(readFileSync(lockfile, 'utf8')) as {
    packages: Readonly<Record<string, { name?: string; version?: string }>>;
  };
  return Object.entries(packages).flatMap(([path, { name, version }]) => {
    const installed = name ?? path.split('node_modules/').at(-1) ?? '';
    return path.includes('node_modules/') && version !== undefined
      ? [{ name: installed, version, path }]
      : [];
  });
}

/** By the three numbers; a pre-release counts as older than its release. */
function isBefore(version: string, floor: string): boolean {
  const numbers = (text: string) =>
    text
      .replace(/[-+].*$/, '')
      .split('.')
      .map(Number);
  const [own, other] = [numbers(version), numbers(floor)];
  for (let index = 0; index < 3; index += 1) {
    const difference = (own[index] ?? 0) - (other[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return version.includes('-');
}

describe.each(lockfiles)('%s', (lockfile) => {
  it('installs no copy that is older than the first safe version', () => {
    const unsafe = copies(lockfile).filter(({ name, version }) =>
      safeSince.some(([known, floor]) => known.test(name) && isBefore(version, floor)),
    );
    expect(unsafe).toEqual([]);
  });
});

describe('what counts as older', () => {
  it.each([
    ['8.20.9', '8.21.0', true],
    ['8.21.0', '8.21.0', false],
    ['8.21.0-rc.1', '8.21.0', true],
    ['10.0.0', '8.21.0', false],
  ])('%s before %s: %s', (version, floor, expected) => {
    expect(isBefore(version, floor)).toBe(expected);
  });

  it('the packages that the rules are about are there', () => {
    const names = copies('package-lock.json').map(({ name }) => name);
    for (const name of ['@apollo/server', '@apollo/subgraph', '@mikro-orm/core', 'ws'])
      expect(names).toContain(name);
  });
});
