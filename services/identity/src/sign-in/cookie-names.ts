/** Names of the cookies; with `__Host-` only this very host can have set them (RFC 6265bis §4.1.3.2). */
export function cookieNames(publicUrl: string) {
  const prefix = isSecure(publicUrl) ? '__Host-' : '';
  return {
    session: `${prefix}hub_session`,
    passkey: `${prefix}hub_passkey`,
    oidc: `${prefix}hub_oidc`,
  } as const;
}

export function isSecure(publicUrl: string): boolean {
  return publicUrl.startsWith('https://');
}
