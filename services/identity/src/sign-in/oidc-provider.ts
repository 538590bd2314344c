/** An organisation's own sign-in (OpenID Connect). */
export interface OidcProvider {
  /** In addresses: lower-case letters, digits and hyphens. */
  readonly id: string;
  /** For people. */
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The mail domains for which its word is taken; for no other, or it could sign in as anybody. */
  readonly domains: readonly string[];
}
