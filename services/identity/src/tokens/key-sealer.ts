import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const nonceLength = 12;
const tagLength = 16;

/** Seals what must not be read in a stolen database: AES-256-GCM, bound to the name of what is sealed. */
export class KeySealer {
  /** @param secret 32 bytes, kept outside the database */
  constructor(private readonly secret: Buffer) {}

  /** @returns nonce, ciphertext and tag, one after the other */
  seal(name: string, plain: Buffer): Buffer {
    const nonce = randomBytes(nonceLength);
    const cipher = createCipheriv('aes-256-gcm', this.secret, nonce).setAAD(Buffer.from(name));
    return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  }

  /** @throws Error when it was sealed with another secret, under another name, or altered */
  open(name: string, sealed: Buffer): Buffer {
    const decipher = createDecipheriv('aes-256-gcm', this.secret, sealed.subarray(0, nonceLength), {
      authTagLength: tagLength,
    });
    decipher.setAAD(Buffer.from(name)).setAuthTag(sealed.subarray(-tagLength));
    return Buffer.concat([decipher.update(sealed.subarray(nonceLength, -tagLength)), decipher.final()]);
  }
}
