import { pathToFileURL } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import type { CpuProfile } from '../src/profile/cpu-profile.js';
import { packageOf } from '../src/profile/package-of.js';
import { profileText } from '../src/profile/profile-text.js';
import { summariseProfile } from '../src/profile/summarise-profile.js';
import { REPOSITORY } from '../src/repository.js';

const frame = (functionName: string, url: string) => ({ functionName, url, lineNumber: 9, columnNumber: 0 });
const fileUrl = (path: string) => pathToFileURL(`${REPOSITORY}/${path}`).href;

const PROFILE: CpuProfile = {
  nodes: [
    { id: 1, callFrame: frame('parseRow', fileUrl('node_modules/pg/lib/result.js')) },
    { id: 2, callFrame: frame('parseRow', fileUrl('node_modules/pg/lib/result.js')) },
    { id: 3, callFrame: frame('(idle)', '') },
    { id: 4, callFrame: frame('', 'node:events') },
    {
      id: 5,
      callFrame: frame('verify', fileUrl('services/identity/dist/tokens/client-tokens.js')),
      children: [6],
    },
    { id: 6, callFrame: frame('', 'node:crypto') },
    {
      id: 7,
      callFrame: frame('checkOperation', fileUrl('packages/subgraph/dist/limits/check-operation.js')),
    },
  ],
  startTime: 1_000_000,
  samples: [1, 2, 3, 4, 1, 5, 6, 7],
  timeDeltas: [1_000, 2_000, 4_000, 1_000, 8_000, 1_000_000, 3_000, 2_000],
};

const SIGNED_IN = { span: { from: 2_000_000, to: 3_000_000 }, requests: 1, cpuMs: 7 };

describe('a profile', () => {
  test('counts what ran within the span, per request, and not idling', () => {
    const summary = summariseProfile(
      PROFILE,
      { span: { from: 1_000_000, to: 1_009_000 }, requests: 2, cpuMs: 3 },
      SIGNED_IN,
    );
    expect(summary).toMatchObject({ ms: 2, cpuMs: 1.5 });
    expect(summary.packages).toMatchObject([
      { name: 'pg', ms: 1.5, functions: [{ name: 'parseRow', ms: 1.5, position: 'pg/lib/result.js:10' }] },
      { name: 'Node.js', ms: 0.5, functions: [{ name: '(anonymous)', position: 'node:events:10' }] },
    ]);
  });

  test('is a table with shares of the whole', () => {
    const text = profileText(
      summariseProfile(
        PROFILE,
        { span: { from: 0, to: 2_000_000 }, requests: 1, cpuMs: 12 },
        { ...SIGNED_IN, span: { from: 0, to: 3_000_000 } },
      ),
    );
    expect(text).toMatch(/^pg +11\.000 +91\.7 %$/m);
  });

  test('says what guards cost with all that they call', () => {
    const { signedIn } = summariseProfile(PROFILE, SIGNED_IN, SIGNED_IN);
    expect(signedIn).toEqual({
      requests: 1,
      cpuMs: 7,
      ms: 1_005,
      guards: [
        { name: 'token', ms: 1_003 },
        { name: 'policies and rights', ms: 0 },
        { name: 'limits', ms: 2 },
      ],
    });
  });

  test.each([
    ['node_modules/@scope/name/lib/a.js', '@scope/name'],
    ['node_modules/a/node_modules/b/index.js', 'b'],
    ['packages/subgraph/dist/loaders/rows.js', 'packages/subgraph'],
    ['gateway/dist/respond.js', 'gateway'],
  ])('finds whose code %s is', (path, owner) => {
    expect(packageOf(frame('any', fileUrl(path)))).toBe(owner);
  });
});
