import { createHash } from 'node:crypto';
import { digestOf } from '@coalition-hub/proof';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { seeded } from './seeded.js';

const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('vectors of RFC 8785', () => {
  test('section 3.2.2 to 3.2.4: literals, numbers, strings, order and UTF-8', () => {
    const input = String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`;
    const canonicalBytes = Buffer.from(
      `7b 22 6c 69 74 65 72 61 6c 73 22 3a 5b 6e 75 6c 6c 2c 74 72 75 65 2c 66 61 6c 73 65 5d 2c 22 6e 75 6d 62 65 72
       73 22 3a 5b 33 33 33 33 33 33 33 33 33 2e 33 33 33 33 33 33 33 2c 31 65 2b 33 30 2c 34 2e 35 2c 30 2e 30 30 32
       2c 31 65 2d 32 37 5d 2c 22 73 74 72 69 6e 67 22 3a 22 e2 82 ac 24 5c 75 30 30 30 66 5c 6e 41 27 42 5c 22 5c 5c
       5c 5c 5c 22 2f 22 7d`.replaceAll(/\s/g, ''),
      'hex',
    );
    expect(digestOf(JSON.parse(input))).toBe(sha256(canonicalBytes));
  });

  test('section 3.2.3: keys in the order of UTF-16 code units', () => {
    const input = String.raw`{
      "\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control", "\u00f6": "Latin Small Letter O With Diaeresis"
    }`;
    const canonical =
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis",' +
      '"\u20ac":"Euro Sign","\ud83d\ude00":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}';
    expect(digestOf(JSON.parse(input))).toBe(sha256(canonical));
  });

  test.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('appendix B: the double %s is written %s', (bits, written) => {
    expect(digestOf(Buffer.from(bits, 'hex').readDoubleBE())).toBe(sha256(written));
  });

  test.each([
    ['7fffffffffffffff', 'NaN'],
    ['7ff0000000000000', 'Infinity'],
  ])('appendix B: the double %s, %s, is an error', (bits) => {
    expect(() => digestOf(Buffer.from(bits, 'hex').readDoubleBE())).toThrow(/not a finite number/);
  });
});

describe('what is digested', () => {
  test('the order of keys does not matter, at any depth', () => {
    seeded(
      fc.property(fc.jsonValue(), (value) => {
        expect(digestOf(withKeysReversed(value))).toBe(digestOf(value));
      }),
    );
  });

  test('different values have different digests', () => {
    const json = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as unknown);
    seeded(
      fc.property(json, json, (one, other) => {
        fc.pre(JSON.stringify(withKeysSorted(one)) !== JSON.stringify(withKeysSorted(other)));
        expect(digestOf(one)).not.toBe(digestOf(other));
      }),
    );
  });

  test('text is taken as it is: composed and decomposed letters differ', () => {
    expect(digestOf('é'.normalize('NFC'))).not.toBe(digestOf('é'.normalize('NFD')));
  });

  test('an object without prototype counts like a literal', () => {
    expect(digestOf(Object.assign(Object.create(null), { a: 1 }))).toBe(digestOf({ a: 1 }));
  });
});

describe('what is refused', () => {
  class Row {
    a = 1;
  }
  // biome-ignore lint/suspicious/noSparseArray: the hole is the case
  const sparse = [1, , 2];

  test.each([
    ['a lone high surrogate', { a: '\ud800' }, '/a contains a lone surrogate'],
    ['a lone low surrogate', ['x\udc00'], '/0 contains a lone surrogate'],
    ['a lone surrogate in a key', { '\ud800': 1 }, 'the value contains a lone surrogate'],
    ['NaN', { a: [Number.NaN] }, '/a/0 is not a finite number'],
    ['minus infinity', Number.NEGATIVE_INFINITY, 'the value is not a finite number'],
    ['undefined', undefined, 'the value is undefined'],
    ['an undefined member', { 'a/b~c': undefined }, '/a~1b~0c is undefined'],
    ['a hole in an array', sparse, '/1 is undefined'],
    ['a bigint', 1n, 'the value is bigint'],
    ['a function', () => 1, 'the value is function'],
    ['a symbol', Symbol('s'), 'the value is symbol'],
    ['a Date', { at: new Date(0) }, '/at is an object of a class'],
    ['a Map', new Map([['a', 1]]), 'the value is an object of a class'],
    ['an instance', new Row(), 'the value is an object of a class'],
    ['an object that writes itself', { toJSON: () => 1 }, 'the value is an object of a class'],
  ])('%s', (_name, value, message) => {
    expect(() => digestOf(value)).toThrow(new TypeError(`Cannot be digested: ${message}`));
  });

  test('a pair of surrogates is allowed', () => {
    expect(digestOf('\ud83d\ude00')).toBe(sha256('"😀"'));
  });
});

function withKeysReversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withKeysReversed);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).reverse();
  return Object.fromEntries(members.map(([key, member]) => [key, withKeysReversed(member)]));
}

function withKeysSorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withKeysSorted);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return members.map(([key, member]) => ({ key, member: withKeysSorted(member) }));
}
