import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { AnyDatabase } from '../outbox/any-database.js';
import { type PersonalKey, PersonalKeyGone, type PersonalKeys } from './personal-keys.js';
import { holdPersonalKeys } from './personal-keys-lock.js';
import { openBytes, sealBytes } from './sealed-bytes.js';
import { printSealedText, readSealedText, type SealedText } from './sealed-text.js';

const handleLength = 10;

/** A wrapped data key belongs to one text in one place, and to the key that its text names. */
const placeOfKey = (keyId: string, place: string) => JSON.stringify(['data key', keyId, place]);

/**
 * Encrypts what names a person before it reaches a table: each text by a data key of its own, which a key-encryption
 * key wraps that no database has. Also makes handles: names for people that mean something to one reader only.
 */
export class PersonalSealer {
  /** Sealed all texts before there were data keys. */
  readonly #earlier: Buffer;
  readonly #naming: Buffer;

  /** @param secret at least 32 random bytes, the same in every replica of a service */
  constructor(
    secret: Buffer,
    private readonly keys: PersonalKeys,
  ) {
    this.#earlier = Buffer.from(hkdfSync('sha256', secret, '', 'personal texts', 32));
    this.#naming = Buffer.from(hkdfSync('sha256', secret, '', 'handles of people', 32));
  }

  /**
   * @param tx the transaction that will write the text: no rotation ends before it does
   * @param place where the text belongs; it can be opened nowhere else
   */
  async seal(tx: AnyDatabase, place: string, text: string): Promise<string> {
    await holdPersonalKeys(tx);
    return this.sealWith(await this.keys.current(), place, text);
  }

  /** @throws PersonalKeyGone; Error for what was sealed for another place, by another key, or altered */
  open(place: string, sealed: string): string {
    const text = readSealedText(sealed);
    if (text === null) return this.openEarlier(place, sealed);
    return openBytes(this.dataKeyOf(text, place), place, text.sealed).toString('utf8');
  }

  /** As `open`; null where the key is gone, for a destroyed text is as good as none. */
  openIfKept(place: string, sealed: string): string | null {
    try {
      return this.open(place, sealed);
    } catch (error) {
      if (error instanceof PersonalKeyGone) return null;
      throw error;
    }
  }

  /** The same text under another key-encryption key. @throws as `open` does */
  rewrap(key: PersonalKey, place: string, sealed: string): string {
    const text = readSealedText(sealed);
    if (text === null) return this.sealWith(key, place, this.openEarlier(place, sealed));
    const dataKey = this.dataKeyOf(text, place);
    openBytes(dataKey, place, text.sealed);
    return printSealedText({ ...text, ...wrap(key, place, dataKey) });
  }

  /** The same person has another handle for every reader, so that two readers cannot compare theirs. */
  handle(reader: string, personId: string): string {
    const digest = createHmac('sha256', this.#naming)
      .update(JSON.stringify([reader, personId]))
      .digest('hex');
    return digest.slice(0, handleLength);
  }

  private sealWith(key: PersonalKey, place: string, text: string): string {
    const dataKey = randomBytes(32);
    const sealed = sealBytes(dataKey, place, Buffer.from(text));
    return printSealedText({ ...wrap(key, place, dataKey), sealed });
  }

  private dataKeyOf({ keyId, wrapped }: SealedText, place: string): Buffer {
    const key = this.keys.find(keyId);
    if (key === undefined) throw new PersonalKeyGone();
    return openBytes(key.key, placeOfKey(keyId, place), wrapped);
  }

  private openEarlier(place: string, sealed: string): string {
    return openBytes(this.#earlier, place, Buffer.from(sealed, 'base64url')).toString('utf8');
  }
}

function wrap({ id, key }: PersonalKey, place: string, dataKey: Buffer) {
  return { keyId: id, wrapped: sealBytes(key, placeOfKey(id, place), dataKey) };
}
