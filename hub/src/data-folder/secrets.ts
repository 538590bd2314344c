import { hkdfSync, randomBytes } from 'node:crypto';
import { generateTokenKey } from '@coalition-hub/subgraph';
import type { JWK } from 'jose';

/** Made once, at the first start; kept in the data folder, never in a database. */
export interface Secrets {
  /** Signed clients' tokens before there was a ring of keys: the first of the ring. */
  readonly tokenKey: JWK;
  /** 32 bytes, base64url: from which all other secrets are derived. */
  readonly master: string;
}

export async function generateSecrets(): Promise<Secrets> {
  return { tokenKey: await generateTokenKey(), master: randomBytes(32).toString('base64url') };
}

/** A secret for one purpose (HKDF, RFC 5869): one that leaks gives away no other. */
export function derivedSecret({ master }: Secrets, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', Buffer.from(master, 'base64url'), '', purpose, 32));
}
