import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const nonceLength = 12;
const tagLength = 16;

/**
 * AES-256-GCM with a random nonce.
 * @param key 32 bytes
 * @param place what it is bound to: it opens nowhere else
 * @returns nonce, tag and ciphertext, one after the other
 */
export function sealBytes(key: Buffer, place: string, plain: Buffer): Buffer {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** @throws Error for what was sealed by another key, for another place, or altered */
export function openBytes(key: Buffer, place: string, bytes: Buffer): Buffer {
  const tagEnd = nonceLength + tagLength;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceLength), {
    authTagLength: tagLength,
  });
  decipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(nonceLength, tagEnd));
  return Buffer.concat([decipher.update(bytes.subarray(tagEnd)), decipher.final()]);
}
