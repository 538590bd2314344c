/** A text sealed by a data key of its own, which a key-encryption key has wrapped. */
export interface SealedText {
  readonly keyId: string;
  readonly wrapped: Buffer;
  readonly sealed: Buffer;
}

/** `v1.<keyId>.<wrapped>.<sealed>`, the last two in base64url. */
export function printSealedText({ keyId, wrapped, sealed }: SealedText): string {
  return ['v1', keyId, wrapped.toString('base64url'), sealed.toString('base64url')].join('.');
}

/** Null for a text from before there were data keys. @throws Error for what is neither */
export function readSealedText(text: string): SealedText | null {
  if (!text.includes('.')) return null;
  const [version, keyId, wrapped, sealed, ...rest] = text.split('.');
  if (version !== 'v1' || !keyId || !wrapped || !sealed || rest.length > 0)
    throw new Error('a sealed text is damaged, or of a newer version');
  return { keyId, wrapped: Buffer.from(wrapped, 'base64url'), sealed: Buffer.from(sealed, 'base64url') };
}
