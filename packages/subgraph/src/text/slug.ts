export const longestSlug = 80;

/**
 * A readable name for addresses: `Ceuta & Melilla` becomes `ceuta-and-melilla`. Latin letters lose their accents; other
 * scripts stay as they are typed (NFC), since their marks spell words.
 */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}+/gu, '')
    .replace(/\p{Script=Latin}\p{M}*/gu, withoutMarks)
    .toLowerCase()
    .replace(/&/g, ' and ')
    .normalize('NFC');
  const words = plain.match(/(?:[\p{L}\p{N}]\p{M}*)+/gu) ?? [];
  return shortened(words.join('-'), longestSlug) || 'unnamed';
}

/** Whether `slugOf` could have made it. */
export function isSlug(value: string): boolean {
  return value.length <= longestSlug && value === slugOf(value);
}

/** The slug with a number behind it, no longer than slugs may be. */
export function numberedSlug(slug: string, number: number): string {
  return slugEndingIn(slug, String(number));
}

/** The slug with this behind it, which is kept whole; no longer than slugs may be. */
export function slugEndingIn(slug: string, ending: string): string {
  return `${shortened(slug, longestSlug - ending.length - 1)}-${ending}`;
}

function withoutMarks(letter: string): string {
  return letter.normalize('NFD').replace(/\p{M}+/gu, '');
}

/** At most `length` UTF-16 code units, no half of a pair and no hyphen at the end. */
export function shortened(slug: string, length: number): string {
  return slug
    .slice(0, length)
    .replace(/\p{Cs}$/u, '')
    .replace(/-+$/, '');
}
