import { coveredComponents, type MessageKind } from './covered-components.js';

/** Signature parameters (RFC 9421 §2.3); times in seconds since 1970. */
export interface SignatureParams {
  readonly created: number;
  readonly expires: number;
  /** A UUID, different for each message. */
  readonly nonce: string;
  readonly keyId: string;
}

/** The two header fields that carry a signature (RFC 9421 §4). */
export interface SignatureFields {
  readonly 'signature-input': string;
  readonly signature: string;
}

const label = 'hub';

/** `Signature-Input` without its label. */
export function printParams(kind: MessageKind, { created, expires, nonce, keyId }: SignatureParams): string {
  return `${covered(kind)};created=${created};expires=${expires};nonce="${nonce}";keyid="${keyId}";alg="ed25519";tag="${tagOf(kind)}"`;
}

export function printFields(params: string, signature: Buffer): SignatureFields {
  return {
    'signature-input': `${label}=${params}`,
    signature: `${label}=:${signature.toString('base64')}:`,
  };
}

export interface ReadSignature extends SignatureParams {
  /** As they stand in the message: the text that was signed ends with them. */
  readonly params: string;
  readonly signature: Buffer;
}

/**
 * The standard lets the same thing be said in many ways; here one is accepted, which `printParams` writes: what cannot
 * be said in another way cannot be read in another way.
 *
 * @returns null for anything else
 */
export function readFields(kind: MessageKind, fields: SignatureFields): ReadSignature | null {
  const found = forms[kind].exec(fields['signature-input'])?.groups;
  const encoded = signatureForm.exec(fields.signature)?.[1];
  if (!found || encoded === undefined) return null;
  const signature = Buffer.from(encoded, 'base64');
  // The last character has spare bits, so that several texts stand for the same bytes.
  if (signature.toString('base64') !== encoded) return null;
  const { params = '', created, expires, nonce = '', keyid = '' } = found;
  return {
    ...{ params, nonce, signature },
    created: Number(created),
    expires: Number(expires),
    keyId: keyid,
  };
}

const covered = (kind: MessageKind) => `(${coveredComponents[kind].map((name) => `"${name}"`).join(' ')})`;

/** Keeps a signature made for one kind of message from being one for another. */
const tagOf = (kind: MessageKind) => `coalition-hub-${kind}`;

const signatureForm = new RegExp(`^${label}=:([A-Za-z0-9+/]{86}==):$`);

const forms = { request: formOf('request'), upgrade: formOf('upgrade'), init: formOf('init') };

function formOf(kind: MessageKind): RegExp {
  const names = covered(kind).replace(/[()]/g, '\\$&');
  return new RegExp(
    `^${label}=(?<params>${names};created=(?<created>[1-9]\\d{0,11});expires=(?<expires>[1-9]\\d{0,11})` +
      `;nonce="(?<nonce>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";keyid="(?<keyid>[\\w-]{1,64})"` +
      `;alg="ed25519";tag="${tagOf(kind)}")$`,
  );
}
