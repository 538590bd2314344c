import { createHmac } from 'node:crypto';

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

/** A mailbox as RFC 5321 lets servers accept it, roughly: delivery is the only real test. */
export function isMailbox(value: string): boolean {
  return (
    value.length <= 254 &&
    /^[^\s@\p{Cc}\p{Cf}\p{Cs}]{1,64}@[^\s@\p{Cc}\p{Cf}\p{Cs}]+\.[^\s@.\p{Cc}\p{Cf}\p{Cs}]{2,}$/u.test(
      value.trim(),
    )
  );
}
