import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

type Cbor = number | string | Buffer | Map<Cbor, Cbor>;

const userPresent = 0x01;
const userVerified = 0x04;
const attestedData = 0x40;

/** A device with one passkey: ES256, attestation "none" (WebAuthn Level 3 §6). */
export class SoftwareAuthenticator {
  readonly #id = randomBytes(32);
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  #signs = 0;

  constructor(
    readonly origin: string,
    readonly rpId: string,
    /** Whether it asks for a finger or a code before it signs. */
    readonly verifiesUser = true,
  ) {}

  /** Answers `navigator.credentials.create`. */
  create({ challenge }: { readonly challenge: string }): object {
    const authData = Buffer.concat([this.authData(attestedData), this.credential()]);
    const attestation = new Map<Cbor, Cbor>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', authData],
    ]);
    return this.answer({
      clientDataJSON: this.clientData('webauthn.create', challenge).toString('base64url'),
      attestationObject: encoded(attestation).toString('base64url'),
      transports: ['internal'],
    });
  }

  /** Answers `navigator.credentials.get`. */
  get({ challenge }: { readonly challenge: string }, key: KeyObject = this.#keys.privateKey): object {
    const clientData = this.clientData('webauthn.get', challenge);
    const authData = this.authData(0);
    const signed = Buffer.concat([authData, createHash('sha256').update(clientData).digest()]);
    return this.answer({
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: authData.toString('base64url'),
      signature: sign('sha256', signed, key).toString('base64url'),
    });
  }

  /** Counts from one again, as a copy of the device would that was made when it was new. */
  startOver(): void {
    this.#signs = 0;
  }

  private answer(response: object): object {
    const id = this.#id.toString('base64url');
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
  }

  private clientData(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false }));
  }

  private authData(flags: number): Buffer {
    const counter = Buffer.alloc(4);
    this.#signs += 1;
    counter.writeUInt32BE(this.#signs);
    const all = flags | userPresent | (this.verifiesUser ? userVerified : 0);
    return Buffer.concat([createHash('sha256').update(this.rpId).digest(), Buffer.of(all), counter]);
  }

  /** AAGUID, id and the public key in COSE (RFC 9053 §7.1). */
  private credential(): Buffer {
    const { x = '', y = '' } = this.#keys.publicKey.export({ format: 'jwk' });
    const cose = new Map<Cbor, Cbor>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ]);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.#id.length);
    return Buffer.concat([Buffer.alloc(16), length, this.#id, encoded(cose)]);
  }
}

/** CBOR (RFC 8949), as far as WebAuthn needs it. */
function encoded(value: Cbor): Buffer {
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (typeof value === 'string')
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  return Buffer.concat([head(5, value.size), ...[...value].flat().map(encoded)]);
}

function head(major: number, argument: number): Buffer {
  if (argument < 24) return Buffer.of((major << 5) | argument);
  if (argument < 256) return Buffer.of((major << 5) | 24, argument);
  return Buffer.of((major << 5) | 25, argument >> 8, argument & 0xff);
}
