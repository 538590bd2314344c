import { domainToASCII } from 'node:url';
import { isMailbox, normalisedMailbox } from '@coalition-hub/subgraph';

/** The domain of a mailbox, in the ASCII form that addresses of websites have; null for what is no mailbox. */
export function mailboxDomain(mailbox: string): string | null {
  if (!isMailbox(mailbox)) return null;
  return domainToASCII(normalisedMailbox(mailbox).split('@')[1] ?? '') || null;
}

/** Whether a mailbox is at the domain or below it. */
export function isWithin(mailbox: string, domain: string): boolean {
  const own = mailboxDomain(mailbox);
  return own === domain || (own?.endsWith(`.${domain}`) ?? false);
}
