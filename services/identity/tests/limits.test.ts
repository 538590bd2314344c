import { waitUntil } from '@coalition-hub/testkit';
import { describe, expect, test } from '@jest/globals';
import { networkOf } from '../src/limits/network-of.js';
import { SlowDown } from '../src/limits/slow-down.js';
import { mailboxIn, withoutTag } from '../src/routes/mailbox-in.js';

describe('a network', () => {
  test.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::', '2001:db8:1:2::/64'],
    ['2001:db8::5', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['', ''],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  const slow = (restMs: number) => new SlowDown({ allow: async () => false }, restMs);

  test('past its allowance waits, but is not shut out', async () => {
    const begun = performance.now();
    await slow(40).pass('192.0.2.1');
    expect(performance.now() - begun).toBeGreaterThanOrEqual(39);
  });

  test('with very many that wait is told so, without keeping others waiting', async () => {
    const limit = slow(200);
    const settled = await Promise.allSettled(Array.from({ length: 1_010 }, () => limit.pass('192.0.2.1')));
    expect(settled.filter(({ status }) => status === 'rejected')).toHaveLength(10);
    const [refused] = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(refused).toMatchObject({ status: 429, headers: { 'retry-after': '60' } });
    // Whoever has waited makes room.
    await waitUntil(() => limit.pass('192.0.2.1').then(() => true), { what: 'a place' });
  });
});

describe('a mailbox', () => {
  const read = (email: unknown) => mailboxIn({ body: { email } });

  test('is written to in the form by which the person is known', () => {
    expect(read(' Ana@Example.ORG ')).toBe('ana@example.org');
    expect(read('ａｎａ@example．org')).toBe('ana@example.org');
    // The Kelvin sign, and a mark that looks like a dot.
    expect(read('\u212Aim@mail\u2024example.org')).toBe('kim@mail.example.org');
  });

  test.each([
    'ana＠example.org@elsewhere.example',
    'ana@example.org\r\nBcc: eve@elsewhere.example',
    'ana@example.org, eve@elsewhere.example',
    'ana@example',
    ...[
      'ngo.org/.evil.example',
      'ngo.org?.evil.example',
      'ngo.org#.evil.example',
      'ngo.org\\.evil.example',
    ].map((domain) => `ana@${domain}`),
    'ana@n%67o.example.org',
    'ana@ngo\uFE0F.example.org',
    'ana@ngo\u3002example.org',
    'ana@ngo..org',
    'ana@-ngo.org',
    'ana@192.0.2.1',
    'a>b@example.org',
    'a"b@example.org',
    '.ana@example.org',
    `${'a'.repeat(65)}@example.org`,
    '',
    7,
    null,
    ['ana@example.org'],
  ])('is not %j', (email) => {
    expect(() => read(email)).toThrow(expect.objectContaining({ status: 400 }));
  });

  test.each([
    'o’neil@example.org'.replace('’', "'"),
    'josé@münchen.example',
    'ana+tag@a-b.example.co.uk',
    'маша@пример.рф',
  ])('is %s', (email) => {
    expect(read(email)).toBe(email);
  });

  test('has the one without its tag', () => {
    expect(withoutTag('ana+anything+more@example.org')).toBe('ana@example.org');
  });
});
