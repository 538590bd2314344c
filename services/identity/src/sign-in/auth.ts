import { AsyncLocalStorage } from 'node:async_hooks';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.js';
import type { betterAuthOn } from './better-auth-on.js';
import { addressOf } from './person-address.js';

type BetterAuth = ReturnType<typeof betterAuthOn>;

/** Headers to be passed on to the browser: cookies. */
export interface Opened {
  readonly headers: Headers;
}

export interface AuthParts {
  readonly db: Kysely<Tables>;
  readonly secret: Buffer;
  readonly publicUrl: string;
}

/** The link was never given out, is used up or too old: which one of these is nobody's business. */
export class LinkNotValid extends Error {}

/**
 * better-auth, loaded when it is first needed: it takes longer to load than the rest of this service. It never gets to
 * see a mailbox.
 */
export class Auth {
  #loading: Promise<BetterAuth> | undefined;
  /** Where the token of a new link goes, for the one request that asks for it. */
  readonly #asking = new AsyncLocalStorage<(token: string) => void>();

  constructor(private readonly parts: AuthParts) {}

  load(): Promise<BetterAuth> {
    this.#loading ??= import('./better-auth-on.js').then(({ betterAuthOn }) =>
      betterAuthOn({ ...this.parts, takeLinkToken: (token) => this.#asking.getStore()?.(token) }),
    );
    return this.#loading;
  }

  /** What a link carries that signs a person in, once, for 15 minutes. */
  async linkToken(personId: string): Promise<string> {
    const { api } = await this.load();
    const tokens: string[] = [];
    const take = (token: string) => void tokens.push(token);
    // Not given out before it is committed: a mail can be fast.
    await this.#asking.run(take, () =>
      api.signInMagicLink({ body: { email: addressOf(personId) }, headers: new Headers() }),
    );
    const [token] = tokens;
    if (token === undefined) throw new Error('no link was made');
    return token;
  }

  /** @throws LinkNotValid */
  async redeem(token: string, headers: Headers): Promise<Opened> {
    const { api } = await this.load();
    return api
      .magicLinkVerify({ query: { token }, headers, returnHeaders: true })
      .catch((error: { status?: unknown }) => {
        throw error.status === 'FOUND' ? new LinkNotValid() : error;
      });
  }

  /** A session for somebody who has proved otherwise who it is. */
  async openSession(personId: string, headers: Headers): Promise<Opened> {
    return this.redeem(await this.linkToken(personId), headers);
  }
}
