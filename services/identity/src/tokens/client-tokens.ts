import {
  type ClientTokenClaims,
  type Clock,
  issueClientToken,
  unavailable,
  type Viewer,
  verifyClientToken,
} from '@coalition-hub/subgraph';
import { errors, type JWK } from 'jose';
import type { SessionWatch } from '../sessions/session-watch.js';
import type { KeyRing } from './key-ring.js';
import { VerifiedTokens } from './verified-tokens.js';

/** How long an ordinary token lives, in seconds. */
export const tokenLifetime = 600;

export interface ClientTokensOptions {
  readonly ring: KeyRing;
  readonly watch: SessionWatch;
  readonly clock: Clock;
}

/** For whom a token is, and what it may be used for beside reading. */
export type TokenClaims = Omit<ClientTokenClaims, 'lifetimeSeconds'>;

/** What the gateway is shown: made here, checked here. */
export class ClientTokens {
  readonly #verified: VerifiedTokens;

  constructor(private readonly options: ClientTokensOptions) {
    const { ring, clock } = options;
    this.#verified = new VerifiedTokens(clock, (kid) => ring.find(kid) !== undefined);
  }

  /** @param lifetimeSeconds ten minutes unless told */
  async issue(claims: TokenClaims, lifetimeSeconds: number = tokenLifetime): Promise<string> {
    const { ring, clock } = this.options;
    const { kid, privateKey } = await ring.signing();
    if (lifetimeSeconds > tokenLifetime)
      await ring.keepUntil(kid, new Date(clock.now().getTime() + lifetimeSeconds * 1000));
    return issueClientToken(privateKey, { ...claims, lifetimeSeconds }, clock, kid);
  }

  /**
   * @throws jose's errors for a token that is not ours, altered, ended or of an ended session; Fault UNAVAILABLE when
   *   it is not known which sessions have ended
   */
  async verify(token: string): Promise<Viewer> {
    const { watch } = this.options;
    await watch.requireFresh();
    const viewer = this.#verified.find(token) ?? (await this.verifySignature(token));
    if (watch.hasEnded(viewer.sessionId)) throw new errors.JWTInvalid('the session has ended');
    return viewer;
  }

  private async verifySignature(token: string): Promise<Viewer> {
    let kid: string | null = null;
    const findKey = (header: { readonly kid?: string }) => {
      kid = header.kid ?? null;
      return this.keyOf(kid);
    };
    const viewer = await verifyClientToken(findKey, token, this.options.clock);
    this.#verified.add(token, { viewer, kid });
    return viewer;
  }

  publicKeys(): readonly JWK[] {
    return this.options.ring.publicKeys();
  }

  /** A key that another process has just made is looked up, though not more often than the watch allows. */
  private async keyOf(kid: string | null) {
    const { ring, watch } = this.options;
    if (!ring.find(kid)) await watch.refreshSoon().catch(() => Promise.reject(unavailable()));
    const key = ring.find(kid);
    if (!key) throw new errors.JWKSNoMatchingKey();
    return key.publicKey;
  }
}
