import { cleanLine, cleanText } from '@coalition-hub/subgraph';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Refused } from '../src/errors/refusal.js';

const seed = 20_260_903;
console.info(`seed ${seed}`);
const rule = { field: 'name', max: 300 };
const line = (value: string) => cleanLine(value, rule);
const text = (value: string) => cleanText(value, rule);

function refusalOf(work: () => string): unknown {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

const invalid = expect.objectContaining({ code: 'INVALID_INPUT', field: 'name' });

describe('names in their scripts stay as they are', () => {
  test.each([
    ['Latin with accents', 'Coordinación de Ñandúes — São Tomé & Príncipe'],
    ['Persian with a zero-width non-joiner', 'می\u200Cخواهم'],
    ['Hindi with a zero-width joiner', 'क्\u200Dष'],
    ['Sinhala with a zero-width joiner', 'ශ්\u200Dරී ලංකා'],
    ['Malayalam with a joiner at the end of a word', 'അവന്\u200D വന്നു'],
    ['Bengali with a joiner before the virama', 'র\u200D্যাব'],
    ['Arabic', 'المنظمة العربية لحقوق الإنسان'],
    ['Hebrew', 'האגודה לזכויות האזרח'],
    ['Chinese', '人权组织'],
    ['Khmer', 'អង្គការសិទ្ធិមនុស្ស'],
    ['Amharic', 'የሰብአዊ መብቶች'],
    ['Thai', 'องค์กรสิทธิมนุษยชน'],
    ['beyond the first plane', '𞤀𞤁𞤂 Adlam 𝔘'],
  ])('%s', (_script, name) => {
    expect(line(name)).toBe(name.normalize('NFC'));
    expect(text(name)).toBe(name.normalize('NFC'));
  });
});

describe('blanks and composition', () => {
  test.each([
    ['  Ana  Maria  ', 'Ana Maria'],
    ['Ana\u00A0\u2003Maria', 'Ana Maria'],
    ['Cafe\u0301', 'Caf\u00E9'],
    ['\u212B', '\u00C5'],
  ])('%j becomes %j', (typed, kept) => {
    expect(line(typed)).toBe(kept);
  });

  test('line ends of a text become LF, and its own blanks stay', () => {
    expect(text(' a\r\n\r\nb\rc  d\n')).toBe('a\n\nb\nc  d');
  });
});

describe('what a reader cannot see is refused in a line', () => {
  test.each([
    ...['\u0000', '\u0007', '\u001B', '\u007F', '\u0085', '\n', '\t', '\r', '\u2028', '\u2029'],
    ...['\u200B', '\u200E', '\u200F', '\u2060', '\u2066', '\u2069', '\uFEFF', '\u00AD', '\u061C', '\u180E'],
    ...['\u202A', '\u202B', '\u202C', '\u202D', '\u202E'],
    ...['\uE000', '\uFFFE', '\uFFFF', '\uD800', '\uDC00', '\u{E0001}', '\u{10FFFF}', '\u0378'],
  ])('%j', (character) => {
    expect(refusalOf(() => line(`a${character}b`))).toEqual(invalid);
  });

  test.each(['\u200C', '\u200D'])('%j between Latin letters, at a start and alone', (joiner) => {
    for (const value of [`a${joiner}b`, `${joiner}خ`, joiner, `خ${joiner}${joiner}${joiner}`])
      expect(refusalOf(() => line(value))).toEqual(invalid);
  });

  test('a joiner that joins nothing: at the end, before another script, before a blank', () => {
    for (const value of ['خ\u200C', 'خ\u200Ca', 'می\u200C خواهم', 'क्\u200C', '،\u200Cخ'])
      expect(refusalOf(() => line(value))).toEqual(invalid);
  });

  test('pictures drawn by joining are no letters of a script', () => {
    expect(refusalOf(() => line('👩\u200D👩\u200D👧'))).toEqual(invalid);
  });
});

describe('a text', () => {
  test.each(['\u0000', '\u001B', '\u202A', '\u202E', '\uFEFF', '\uE000', '\uD800', '\u0378', '\u007F'])(
    'refuses %j',
    (character) => {
      expect(refusalOf(() => text(`a${character}b`))).toEqual(invalid);
    },
  );

  test('may have line ends, tabs and marks that guide direction', () => {
    expect(text('a\n\tb \u200E(c)\u200F')).toBe('a\n\tb \u200E(c)\u200F');
  });
});

test.each([line, text])('nothing, blanks and too much are refused: %#', (clean) => {
  for (const value of ['', ' ', '\n', '\u3000', 'x'.repeat(301)])
    expect(refusalOf(() => clean(value))).toEqual(invalid);
  expect(refusalOf(() => clean(`a${'\u0301'.repeat(1_000_000)}`))).toEqual(invalid);
  expect(refusalOf(() => clean('\u0344'.repeat(1_000_000)))).toEqual(invalid);
  expect(clean('x'.repeat(300))).toHaveLength(300);
});

test('whatever comes out is clean: composed, trimmed, in one line, visible, and cleaning it again changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (value) => {
      const cleaned = refusalOf(() => line(value));
      if (typeof cleaned !== 'string') return;
      expect(cleaned).toBe(cleaned.normalize('NFC').trim());
      expect(cleaned).toBe(cleaned.toWellFormed());
      expect(cleaned).not.toMatch(/\p{Cc}|\p{Co}|\p{Cn}|\p{Zs}{2}|\p{Bidi_Control}/u);
      expect(line(cleaned)).toBe(cleaned);
    }),
    { seed, numRuns: 2_000 },
  );
});

test('two lines that differ in nothing visible come out the same or not at all', () => {
  const hidden = fc.constantFrom(
    '\u200B',
    '\u200E',
    '\u2066',
    '\u00AD',
    '\uFEFF',
    '\u202E',
    '\u0000',
    '\u200C',
    '\u200D',
  );
  const word = fc.stringMatching(/^[a-zA-Z0-9]{1,10}$/);
  fc.assert(
    fc.property(word, hidden, word, (before, character, after) => {
      expect(refusalOf(() => line(before + character + after))).toEqual(invalid);
    }),
    { seed },
  );
});
