import { isMailbox, normalisedMailbox } from '@coalition-hub/subgraph';
import { type Call, Refused, textIn } from './call.js';

/**
 * The mailbox that a request names, in the form by which people are known: mail goes to this form and no other.
 * @throws Refused
 */
export function mailboxIn(call: Pick<Call, 'body'>): string {
  const mailbox = normalisedMailbox(textIn(call, 'email'));
  if (isMailbox(mailbox)) return mailbox;
  throw new Refused(400, 'BAD_USER_INPUT', 'Please give a mail address as "email"');
}

/** The mailbox without what providers let people add to it: `ana+anything@…` is delivered to `ana@…`. */
export function withoutTag(mailbox: string): string {
  return mailbox.replace(/\+[^@]*(?=@)/, '');
}
