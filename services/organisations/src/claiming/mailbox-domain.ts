import { domainToASCII } from 'node:url';

/**
 * The domain of a mailbox, in the ASCII form that addresses of websites have; null where it is not plain which one it is.
 * Characters are folded as where people are named by their mailbox, lest an "@" appear that nobody looked at.
 */
export function mailboxDomain(mailbox: string): string | null {
  const [local, domain, ...more] = mailbox.normalize('NFKC').trim().toLowerCase().split('@');
  if (!local || !domain || more.length > 0) return null;
  return domainToASCII(domain) || null;
}

/** Whether a mailbox is at the domain or below it. */
export function isWithin(mailbox: string, domain: string): boolean {
  const own = mailboxDomain(mailbox);
  return own === domain || (own?.endsWith(`.${domain}`) ?? false);
}
