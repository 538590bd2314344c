interface Format {
  readonly name: string;
  readonly starts: readonly string[];
}

/** First bytes of what people send instead of a list, as Latin-1. */
const formats: readonly Format[] = [
  { name: 'a spreadsheet or a document', starts: ['PK\x03\x04', '\xd0\xcf\x11\xe0', '{\\rtf'] },
  { name: 'a PDF document', starts: ['%PDF-'] },
  {
    name: 'an image',
    starts: [
      '\x89PNG',
      '\xff\xd8\xff',
      'GIF8',
      'RIFF',
      'BM\x36',
      'II*\0',
      'MM\0*',
      '\0\0\0\x18ftyp',
      '\0\0\0\x20ftyp',
    ],
  },
  {
    name: 'a compressed file',
    starts: ['\x1f\x8b', 'BZh', '\xfd7zXZ', '7z\xbc\xaf', 'Rar!', '\x28\xb5\x2f\xfd'],
  },
  { name: 'a web page', starts: ['<!DOCTYPE', '<!doctype', '<html', '<HTML', '<?xml'] },
];

/** What a file is that can be no list, in words; null where it may be one. */
export function foreignFormat(bytes: Buffer): string | null {
  const start = bytes.subarray(0, 16).toString('latin1');
  return formats.find(({ starts }) => starts.some((known) => start.startsWith(known)))?.name ?? null;
}
