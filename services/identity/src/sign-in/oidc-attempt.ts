import type { KeySealer } from '../tokens/key-sealer.js';

const lifetime = 600;

/** What the browser keeps for us between leaving for the provider and coming back (RFC 7636, OpenID Connect §3.1.2). */
export interface OidcAttempt {
  readonly provider: string;
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** A cookie that only we can read, for ten minutes. */
export function attemptCookie(
  { name, secure }: { readonly name: string; readonly secure: boolean },
  sealer: KeySealer,
  attempt: OidcAttempt,
  now: Date,
): string {
  const content = JSON.stringify({ ...attempt, until: now.getTime() + lifetime * 1000 });
  const value = sealer.seal(name, Buffer.from(content)).toString('base64url');
  return `${name}=${value}; Max-Age=${lifetime}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}

/** Takes the cookie back. */
export function forgottenCookie({
  name,
  secure,
}: {
  readonly name: string;
  readonly secure: boolean;
}): string {
  return `${name}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}

/** @returns null for a cookie that is not there, not ours or too old */
export function attemptIn(headers: Headers, name: string, sealer: KeySealer, now: Date): OidcAttempt | null {
  const cookies = (headers.get('cookie') ?? '').split(';').map((cookie) => cookie.trim());
  const value = cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1);
  if (value === undefined) return null;
  try {
    const content = sealer.open(name, Buffer.from(value, 'base64url')).toString('utf8');
    const { until, ...attempt } = JSON.parse(content) as OidcAttempt & { until: number };
    return until > now.getTime() ? attempt : null;
  } catch {
    return null;
  }
}
