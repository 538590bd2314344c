import type { KeptMail } from '../mail/mailbox.js';
import { escaped, wholePage } from './html.js';

/** Mails that did not leave the hub, newest first; links in them can be followed. */
export function mailboxPage(mails: readonly KeptMail[]): string {
  const items = mails.map(
    ({ to, subject, text, at }) =>
      `<article><h2>${escaped(subject)}</h2><p>To ${escaped(to)}, ${at.toISOString()}</p><pre>${linked(text)}</pre></article>`,
  );
  return wholePage('Mailbox', items.join('\n') || '<p>No mail yet.</p>');
}

function linked(text: string): string {
  return escaped(text).replace(/https?:\/\/\S+/g, (url) => `<a href="${url}">${url}</a>`);
}
