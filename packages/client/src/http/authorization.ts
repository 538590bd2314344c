/** A bearer token, or what gives one: asked for every request and every connection; null or undefined when signed out. */
export type TokenSource = string | (() => Token | Promise<Token>);

type Token = string | null | undefined;

/** The `Authorization` header as an object to spread; empty when signed out. */
export async function authorizationOf(source: TokenSource | undefined): Promise<{ authorization?: string }> {
  const token = typeof source === 'function' ? await source() : source;
  return token == null ? {} : { authorization: `Bearer ${token}` };
}
