import { InvalidInput, refuse } from '../errors/refusal.js';

/** Letters and marks of the scripts in which the invisible joiners U+200C and U+200D spell words. */
const joined = String.raw`[[\p{scx=Arab}\p{scx=Syrc}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}\p{scx=Mong}]&&[\p{L}\p{M}]]`;

/** Signs that silence a vowel; a joiner behind one can end a word. */
const virama = String.raw`[\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D4D\u0DCA]`;

/**
 * Joiners that can be seen in what stands around them, after the contextual rules of RFC 5892, appendix A. Anywhere
 * else they only make two names that look the same differ.
 */
const joining = new RegExp(String.raw`(?<=${joined})[\u200C\u200D](?=${joined})|(?<=${virama})\u200D`, 'gv');

/** Control, format (bidirectional, zero-width), private-use, unassigned and surrogate code points, line breaks. */
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\u2028\u2029]/u;

/** In running text, marks that only guide direction are needed; overrides and stray controls are not. */
const unprintable = /(?![\n\t])\p{Cc}|[\u202A-\u202E\uFEFF\p{Co}\p{Cn}\p{Cs}]/u;

export interface TextRule {
  /** Name of the input field, for the refusal. */
  readonly field: string;
  /** In UTF-16 code units, after cleaning. */
  readonly max: number;
}

/**
 * A name or title on one line: composed (NFC), without blanks at its ends or doubled inside.
 * Refuses what a reader cannot see, since two names that look the same must be the same.
 */
export function cleanLine(value: string, rule: TextRule): string {
  checkRawSize(value, rule);
  const line = value
    .normalize('NFC')
    .trim()
    .replace(/\p{Zs}+/gu, ' ');
  if (line === '') refuse(new InvalidInput(rule.field, `"${rule.field}" must not be empty.`));
  checkSize(line, rule);
  if (invisible.test(line.replace(joining, ''))) {
    refuse(
      new InvalidInput(
        rule.field,
        `"${rule.field}" contains characters that cannot be seen. Please type it anew.`,
      ),
    );
  }
  return line;
}

/** Several paragraphs: composed (NFC), line ends as LF, no blanks at the ends. */
export function cleanText(value: string, rule: TextRule): string {
  checkRawSize(value, rule);
  const text = value.normalize('NFC').replace(/\r\n?/g, '\n').trim();
  if (text === '') refuse(new InvalidInput(rule.field, `"${rule.field}" must not be empty.`));
  checkSize(text, rule);
  if (unprintable.test(text)) {
    refuse(
      new InvalidInput(
        rule.field,
        `"${rule.field}" contains control characters. Please paste it as plain text.`,
      ),
    );
  }
  return text;
}

/** Before any work is done on it: cleaning a megabyte of combining marks is work. */
function checkRawSize(value: string, rule: TextRule): void {
  if (value.length > 4 * rule.max + 1_000) refuseSize(rule);
}

function checkSize(value: string, rule: TextRule): void {
  if (value.length > rule.max) refuseSize(rule);
}

function refuseSize({ field, max }: TextRule): never {
  refuse(new InvalidInput(field, `"${field}" is longer than ${max} characters.`));
}
