import { createServer, type Server, type ServerResponse } from 'node:http';
import { freePort } from '@coalition-hub/testkit';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

type Claims = Readonly<Record<string, unknown>>;

/** An organisation's own sign-in, with somebody always signed in there (OpenID Connect Core, code flow). */
export class OidcServer {
  /** What it will say about who signs in next. */
  claims: Claims = {};
  #nonce = '';

  private constructor(
    readonly issuer: string,
    private readonly server: Server,
    private readonly keys: Awaited<ReturnType<typeof generateKeyPair>>,
  ) {}

  static async start(): Promise<OidcServer> {
    const port = await freePort();
    const server = createServer((request, response) => {
      void oidc.answer(new URL(request.url ?? '/', oidc.issuer), response);
    });
    const keys = await generateKeyPair('ES256');
    const oidc = new OidcServer(`http://127.0.0.1:${port}`, server, keys);
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    return oidc;
  }

  /** What somebody's browser would be sent back to, having been sent to `location`. */
  visit(location: string): string {
    const { searchParams } = new URL(location);
    this.#nonce = searchParams.get('nonce') ?? '';
    const back = new URL(searchParams.get('redirect_uri') ?? '');
    back.searchParams.set('code', 'a-code');
    back.searchParams.set('state', searchParams.get('state') ?? '');
    back.searchParams.set('iss', this.issuer);
    return back.href;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private async answer({ pathname }: URL, response: ServerResponse): Promise<void> {
    const content = await this.contentOf(pathname);
    response.writeHead(content ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(content));
  }

  private async contentOf(path: string): Promise<object | undefined> {
    const { issuer } = this;
    if (path === '/.well-known/openid-configuration') {
      return {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['ES256'],
        authorization_response_iss_parameter_supported: true,
      };
    }
    if (path === '/jwks') return { keys: [{ ...(await exportJWK(this.keys.publicKey)), alg: 'ES256' }] };
    if (path === '/token')
      return { access_token: 'unused', token_type: 'bearer', id_token: await this.idToken() };
    return undefined;
  }

  private idToken(): Promise<string> {
    return new SignJWT({ nonce: this.#nonce, ...this.claims })
      .setProtectedHeader({ alg: 'ES256' })
      .setIssuer(this.issuer)
      .setAudience(String(this.claims['aud'] ?? 'hub'))
      .setSubject('subject-of-organisation')
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(this.keys.privateKey);
  }
}
