const domain = 'hub.invalid';

/**
 * What better-auth knows instead of a mailbox: the keyed hash of it, as an address that can receive nothing (RFC 2606).
 * In hexadecimal, for better-auth ignores case and base64url does not.
 */
export function addressOf(personId: string): string {
  return `${Buffer.from(personId, 'base64url').toString('hex')}@${domain}`;
}

/** The other way round. */
export function personIdOf(address: string): string {
  return Buffer.from(address.slice(0, address.indexOf('@')), 'hex').toString('base64url');
}
