import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  timingSafeEqual,
} from 'node:crypto';
import { badInput } from '../errors/fault.js';

/** The values of the ordering columns of one row, in order. */
export type CursorValues = readonly (string | number)[];

/**
 * Seals positions in a list, so that a cursor tells nothing (no id, no count, no time) and cannot be made up or taken
 * to another list. The nonce is derived from the content, as in RFC 8452's idea of a synthetic IV: the same row has
 * the same cursor, and no counter has to be shared between processes.
 */
export class CursorSealer {
  readonly #encryption: KeyObject;
  readonly #naming: KeyObject;

  /** @param secret at least 32 random bytes, the same in every replica of a service */
  constructor(secret: Buffer) {
    const key = (purpose: string) =>
      createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', purpose, 32)));
    this.#encryption = key('cursor encryption');
    this.#naming = key('cursor nonce');
  }

  /** @param list names the list and all arguments that choose its rows */
  seal(list: string, values: CursorValues): string {
    const content = JSON.stringify(values);
    const nonce = this.#nonce(list, content);
    const cipher = createCipheriv('aes-256-gcm', this.#encryption, nonce);
    cipher.setAAD(Buffer.from(list));
    const sealed = Buffer.concat([cipher.update(content, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /** @throws Fault BAD_USER_INPUT for anything that this list did not hand out */
  open(list: string, cursor: string): CursorValues {
    if (cursor.length > 4096) throw foreignCursor();
    const bytes = Buffer.from(cursor, 'base64url');
    if (bytes.length <= 28) throw foreignCursor();
    // Decoding skips what is not base64url: only the one spelling that was handed out is a cursor of ours.
    if (bytes.toString('base64url') !== cursor) throw foreignCursor();
    const nonce = bytes.subarray(0, 12);
    const decipher = createDecipheriv('aes-256-gcm', this.#encryption, nonce);
    decipher.setAAD(Buffer.from(list));
    decipher.setAuthTag(bytes.subarray(12, 28));
    const content = this.#decrypt(decipher, bytes.subarray(28));
    if (!timingSafeEqual(this.#nonce(list, content), nonce)) throw foreignCursor();
    return JSON.parse(content) as CursorValues;
  }

  #decrypt(decipher: ReturnType<typeof createDecipheriv>, sealed: Buffer): string {
    try {
      return Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
    } catch {
      throw foreignCursor();
    }
  }

  #nonce(list: string, content: string): Buffer {
    return createHmac('sha256', this.#naming)
      .update(JSON.stringify([list, content]))
      .digest()
      .subarray(0, 12);
  }
}

function foreignCursor() {
  return badInput('This cursor does not belong to this list. Start again without one.');
}
