import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const handleLength = 10;

/**
 * Encrypts what names a person before it reaches a table, with a key that no database has (AES-256-GCM, random nonce),
 * and makes handles: names for people that mean something to one reader only.
 */
export class PersonalSealer {
  readonly #encryption: Buffer;
  readonly #naming: Buffer;

  /** @param secret at least 32 random bytes, the same in every replica of a service */
  constructor(secret: Buffer) {
    this.#encryption = Buffer.from(hkdfSync('sha256', secret, '', 'personal texts', 32));
    this.#naming = Buffer.from(hkdfSync('sha256', secret, '', 'handles of people', 32));
  }

  /** @param place where the text belongs; it can be opened nowhere else */
  seal(place: string, text: string): string {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.#encryption, nonce);
    cipher.setAAD(Buffer.from(place));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /** @throws Error for what was sealed for another place, by another key, or altered */
  open(place: string, sealed: string): string {
    const bytes = Buffer.from(sealed, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', this.#encryption, bytes.subarray(0, 12));
    decipher.setAAD(Buffer.from(place));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  }

  /** The same person has another handle for every reader, so that two readers cannot compare theirs. */
  handle(reader: string, personId: string): string {
    const digest = createHmac('sha256', this.#naming)
      .update(JSON.stringify([reader, personId]))
      .digest('hex');
    return digest.slice(0, handleLength);
  }
}
