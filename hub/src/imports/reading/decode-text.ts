import { isUtf8 } from 'node:buffer';

/** A file's text, and the encoding that it was taken for, as TextDecoder names it. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
}

/**
 * Bytes as text: UTF-8 where they can be nothing else, UTF-16 where a byte order mark or the place of the zero bytes
 * says so, and Windows-1252 otherwise, which Latin-1 is part of (WHATWG Encoding reads the one as the other).
 * @param label overrules the guess: any label of the WHATWG Encoding standard
 * @returns null for bytes that are not text, or not in the encoding named
 * @throws RangeError for a label that no encoding has
 */
export function decodeText(bytes: Buffer, label?: string): DecodedText | null {
  const decoder = new TextDecoder(label ?? guess(bytes), { fatal: true });
  try {
    const text = decoder.decode(bytes);
    return isText(text) ? { text, encoding: decoder.encoding } : null;
  } catch {
    return null;
  }
}

function guess(bytes: Buffer): string {
  const mark = bytes.length >= 2 ? bytes.readUInt16BE(0) : 0;
  if (mark === 0xfffe) return 'utf-16le';
  if (mark === 0xfeff) return 'utf-16be';
  return unmarkedUtf16(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252');
}

/** Half of the bytes of Latin text in UTF-16 are zero: the second ones, or the first ones. */
function unmarkedUtf16(bytes: Buffer): string | null {
  const start = bytes.subarray(0, 2_000);
  const zeros = [0, 0];
  for (const [index, byte] of start.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [first = 0, second = 0] = zeros;
  if (first + second < start.length / 8) return null;
  if (first === 0) return 'utf-16le';
  return second === 0 ? 'utf-16be' : null;
}

/** Text has no control characters but the blank ones, and the form feed of printed lists. */
function isText(text: string): boolean {
  const strange = text.match(/(?![\s\u0080-\u009f])\p{Cc}/gu)?.length ?? 0;
  return strange === 0 || (!text.includes('\0') && strange < text.length / 1_000);
}
