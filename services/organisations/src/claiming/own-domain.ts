import { getDomain } from 'tldts';
import { sharedHosts } from './shared-hosts.js';

/**
 * The domain that only this organisation has: its website's host, without "www.". Null for a public suffix, an IP
 * address, and where anybody can have a page. A page on a host under a larger domain, such as a faculty's, does not make
 * that larger domain the organisation's.
 * @param website an address as the registry keeps it
 */
export function ownDomain(website: string | null): string | null {
  if (website === null || !URL.canParse(website)) return null;
  const host = new URL(website).hostname.replace(/^www\./, '').replace(/\.$/, '');
  const registrable = getDomain(host, { allowPrivateDomains: true });
  return registrable === null || sharedHosts.has(registrable) ? null : host;
}
