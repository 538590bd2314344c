import { isIP } from 'node:net';

/** For whom passkeys are made (WebAuthn Level 3 §5.1.3): a host by its name, and the origins that may use them. */
export interface PasskeyPlace {
  readonly rpID: string;
  readonly origin: string[];
}

/** A passkey cannot be made for a network address; on one's own machine it is made for "localhost" instead. */
export function passkeyPlace(publicUrl: string): PasskeyPlace {
  const { hostname, origin, port, protocol } = new URL(publicUrl);
  if (isIP(hostname.replace(/^\[|\]$/g, '')) === 0) return { rpID: hostname, origin: [origin] };
  return { rpID: 'localhost', origin: [`${protocol}//localhost${port && `:${port}`}`] };
}
