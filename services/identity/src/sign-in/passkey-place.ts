/** For whom passkeys are made (WebAuthn Level 3 §5.1.3): a host by its name, and the origins that may use them. */
export interface PasskeyPlace {
  readonly rpID: string;
  readonly origin: string[];
}

/** A passkey cannot be made for a network address; on one's own machine it is made for "localhost" instead. */
export function passkeyPlace(publicUrl: string): PasskeyPlace {
  const { hostname, origin, port, protocol } = new URL(publicUrl);
  if (!isOwnMachine(hostname)) return { rpID: hostname, origin: [origin] };
  return { rpID: 'localhost', origin: [`${protocol}//localhost${port && `:${port}`}`] };
}

/** Of an address as `URL` writes it. */
function isOwnMachine(hostname: string): boolean {
  return hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}
