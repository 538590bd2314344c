const longest = 80;

/** A readable name for addresses: `Ceuta & Melilla` becomes `ceuta-and-melilla`; scripts without Latin letters stay. */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, '-');
  return plain.slice(0, longest).replace(/^-+|-+$/g, '') || 'unnamed';
}

/** Whether a client may ask for this slug: what `slugOf` could have made, and of a sane length. */
export function isSlug(value: string): boolean {
  return value.length <= longest && value === slugOf(value);
}
