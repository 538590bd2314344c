import type { Configuration } from 'openid-client';
import type { OidcAttempt } from './oidc-attempt.js';
import type { OidcProvider } from './oidc-provider.js';

/** How long a provider may take to answer, in seconds. */
const patience = 10;

/** The provider says nothing that would sign somebody in here. */
export class OidcRefused extends Error {}

/**
 * One provider, asked for its addresses when somebody first signs in with it: one that is down keeps nobody else out.
 * The library is loaded then, too.
 */
export class OidcClient {
  #configuration: Promise<Configuration> | undefined;

  constructor(
    readonly provider: OidcProvider,
    private readonly redirectUri: string,
  ) {}

  /** Where the browser goes, and what it must come back with. */
  async begin(): Promise<{ readonly location: string; readonly attempt: OidcAttempt }> {
    const oidc = await import('openid-client');
    const attempt = {
      provider: this.provider.id,
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      codeVerifier: oidc.randomPKCECodeVerifier(),
    };
    const location = oidc.buildAuthorizationUrl(await this.configuration(), {
      redirect_uri: this.redirectUri,
      scope: 'openid email',
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(attempt.codeVerifier),
      code_challenge_method: 'S256',
    });
    return { location: location.href, attempt };
  }

  /**
   * @returns the mailbox that the provider has verified, of one of its own domains
   * @throws OidcRefused; the library's errors when the provider refuses or is not there
   */
  async finish(query: URLSearchParams, attempt: OidcAttempt): Promise<string> {
    const oidc = await import('openid-client');
    const url = new URL(`${this.redirectUri}?${query}`);
    const tokens = await oidc.authorizationCodeGrant(await this.configuration(), url, {
      expectedState: attempt.state,
      expectedNonce: attempt.nonce,
      pkceCodeVerifier: attempt.codeVerifier,
      idTokenExpected: true,
    });
    const claims: Readonly<Record<string, unknown>> = tokens.claims() ?? {};
    const email: unknown = claims['email'];
    if (typeof email !== 'string' || claims['email_verified'] !== true) throw new OidcRefused();
    const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
    if (!this.provider.domains.includes(domain)) throw new OidcRefused();
    return email;
  }

  private configuration(): Promise<Configuration> {
    this.#configuration ??= this.discover().catch((error: unknown) => {
      this.#configuration = undefined;
      throw error;
    });
    return this.#configuration;
  }

  private async discover(): Promise<Configuration> {
    const { issuer, clientId, clientSecret } = this.provider;
    const oidc = await import('openid-client');
    // Signatures are checked though the token comes straight from the provider: so a proxy between need not be trusted.
    const execute = [oidc.enableNonRepudiationChecks];
    if (isLoopback(issuer)) execute.push(oidc.allowInsecureRequests);
    return oidc.discovery(new URL(issuer), clientId, clientSecret, undefined, { execute, timeout: patience });
  }
}

/** Settings take `http:` for the own machine only. */
function isLoopback(issuer: string): boolean {
  return issuer.startsWith('http:');
}
