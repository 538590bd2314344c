import { isUuid, type Random, seededRandom, systemRandom } from '@coalition-hub/subgraph';
import { describe, expect, test } from '@jest/globals';

const draw = (random: Random, label: string, count = 5) =>
  Array.from({ length: count }, () => random.uuid(label));

describe('seeded', () => {
  test('the same seed, label and turn give the same values', () => {
    const [one, two] = [seededRandom('seed'), seededRandom('seed')];
    expect(draw(one, 'note')).toEqual(draw(two, 'note'));
    expect(one.bytes(100, 'key')).toEqual(two.bytes(100, 'key'));
  });

  test('another seed, label or turn gives others', () => {
    const [one, two] = [seededRandom('one'), seededRandom('two')];
    const drawn = [...draw(one, 'a'), ...draw(one, 'b'), ...draw(two, 'a')];
    expect(new Set(drawn).size).toBe(15);
  });

  test('one more draw under another label shifts nothing', () => {
    const [plain, disturbed] = [seededRandom('seed'), seededRandom('seed')];
    disturbed.uuid('other');
    expect(draw(plain, 'note')).toEqual(draw(disturbed, 'note'));
  });
});

describe.each([
  ['seeded', seededRandom('seed')],
  ['of the system', systemRandom],
])('%s', (_kind, random) => {
  test('ids are random UUIDs (RFC 9562, version 4)', () => {
    const ids = draw(random, 'id', 1_000);
    expect(new Set(ids).size).toBe(1_000);
    for (const id of ids) {
      expect(isUuid(id)).toBe(true);
      expect(id).toMatch(/^.{8}-.{4}-4.{3}-[89ab].{3}-.{12}$/);
    }
  });

  test.each([0, 1, 31, 32, 33, 1_000])('%d bytes are that many', (length) => {
    expect(random.bytes(length, 'bytes')).toHaveLength(length);
  });
});
