import { passkeyPlace } from '../sign-in/passkey-place.js';
import { Refused } from './call.js';

/**
 * Refuses what a page elsewhere makes a browser send. Browsers say where a request comes from: in `Origin`, and newer ones
 * by Fetch Metadata too, which alone would believe a page whose name was made to lead to this machine (DNS rebinding).
 * Programs say nothing and have no cookies.
 * @throws Refused
 */
export function createRequireSameSite(publicUrl: string) {
  const own = new Set([new URL(publicUrl).origin, ...passkeyPlace(publicUrl).origin]);
  return (headers: Headers): void => {
    const site = headers.get('sec-fetch-site');
    const origin = headers.get('origin');
    const fromHere = origin === null || own.has(origin);
    const fine = fromHere && (site === null || site === 'same-origin' || site === 'none');
    if (!fine) throw new Refused(403, 'CSRF_PREVENTED', 'This can only be asked for from a page of this hub');
  };
}
