import { createHmac } from 'node:crypto';
import { domainToASCII, domainToUnicode } from 'node:url';

/**
 * Names a person by a keyed hash of the mailbox, so that neither tokens nor rights carry an address. Without the key
 * the hash says nothing; with it, whoever knows an address can test for it.
 */
export class PersonHasher {
  /** @param secret at least 32 random bytes, kept outside the database */
  constructor(private readonly secret: Buffer) {}

  personId(mailbox: string): string {
    return createHmac('sha256', this.secret).update(normalisedMailbox(mailbox)).digest('base64url');
  }
}

/**
 * The form by which a person is known. Domains ignore case, and no provider people use tells mailboxes apart by case.
 * Whoever lets somebody in for what arrives in a mailbox must write to this form: two that look different and are one
 * person here could be two people to a mail server.
 */
export function normalisedMailbox(mailbox: string): string {
  return mailbox.normalize('NFKC').trim().toLowerCase();
}

/** Words of letters, digits and what RFC 5322 allows in words without quotation marks, with dots between. */
const localPart = /^[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~-]+)*$/u;

/**
 * A mailbox as mail servers in use accept it: delivery is the only real test. Quoted names and domains that are written
 * in more than one way are refused, as a mail program could take them for another mailbox than we do.
 */
export function isMailbox(value: string): boolean {
  const [local = '', domain = '', ...more] = normalisedMailbox(value).split('@');
  if (value.length > 254 || local.length > 64 || more.length > 0) return false;
  return localPart.test(local) && isDomain(domain);
}

function isDomain(domain: string): boolean {
  const ascii = domainToASCII(domain);
  if (!/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]*[a-z]$/.test(ascii)) return false;
  // Parsing drops what it takes for a path, an escape or an invisible mark.
  return domain === ascii || domain === domainToUnicode(ascii);
}
