import { passkeyPlace } from '../sign-in/passkey-place.js';
import { Refused } from './call.js';

/**
 * Refuses what a page elsewhere makes a browser send. Browsers say where a request comes from (Fetch Metadata, or
 * `Origin` in older ones); programs say nothing and have no cookies.
 * @throws Refused
 */
export function createRequireSameSite(publicUrl: string) {
  const own = new Set([new URL(publicUrl).origin, ...passkeyPlace(publicUrl).origin]);
  return (headers: Headers): void => {
    const site = headers.get('sec-fetch-site');
    const origin = headers.get('origin');
    const fine =
      site === null ? origin === null || own.has(origin) : site === 'same-origin' || site === 'none';
    if (!fine) throw new Refused(403, 'CSRF_PREVENTED', 'This can only be asked for from a page of this hub');
  };
}
