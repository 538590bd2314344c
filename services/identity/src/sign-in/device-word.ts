const browsers = [
  ['Edg', 'Edge'],
  ['OPR', 'Opera'],
  ['Firefox', 'Firefox'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const;

const systems = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS', 'macOS'],
  ['Linux', 'Linux'],
] as const;

/**
 * All that is kept of a `User-Agent`: enough to know one's own devices again, and the same for millions of others.
 * One of a few dozen fixed texts, never a part of what was sent.
 */
export function deviceWord(userAgent: string | null | undefined): string {
  const browser = browsers.find(([mark]) => userAgent?.includes(mark))?.[1] ?? 'Another program';
  const system = systems.find(([mark]) => userAgent?.includes(mark))?.[1];
  return system === undefined ? browser : `${browser} on ${system}`;
}
