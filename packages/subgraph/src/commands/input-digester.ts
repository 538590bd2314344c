import { createHmac, hkdfSync } from 'node:crypto';
import { digestOf } from '@coalition-hub/proof';

/**
 * Tells whether two inputs are the same without keeping them. Keyed: inputs may hold a mailbox next to ids that anyone
 * can read, and from a bare digest the mailbox could be found by trying.
 */
export class InputDigester {
  readonly #key: Buffer;

  /** @param secret at least 32 random bytes, the same in every replica of a service */
  constructor(secret: Buffer) {
    this.#key = Buffer.from(hkdfSync('sha256', secret, '', 'inputs of commands', 32));
  }

  /** HMAC-SHA-256 over the digest of the canonical input, hexadecimal. */
  digest(input: object): string {
    const plain: unknown = JSON.parse(JSON.stringify(input), wellFormed);
    return createHmac('sha256', this.#key).update(digestOf(plain)).digest('hex');
  }
}

/** A lone surrogate has no canonical form; whether it may stand there is for the command to say. */
function wellFormed(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed() : value;
}
