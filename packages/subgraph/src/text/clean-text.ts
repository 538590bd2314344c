import { InvalidInput, refuse } from '../errors/refusal.js';

/** Scripts in which the invisible joiners U+200C and U+200D spell words. */
const joining =
  /(?<=[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Sinhala}\p{Script=Malayalam}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Gujarati}\p{Script=Khmer}\p{Script=Mongolian}])[\u200C\u200D]/gu;

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
