import type { Mailbox } from '../mail/mailbox.js';
import { mailboxPage } from '../pages/mailbox-page.js';
import { page } from './reply.js';
import type { Route } from './route.js';

/** Mails that stayed here. Without the right key there is nothing at this address. */
export function mailboxRoute(mailbox: Mailbox): Route {
  return {
    method: 'GET',
    path: '/mailbox',
    answer: ({ query }) =>
      mailbox.opensWith(query.get('key') ?? '') ? page(mailboxPage(mailbox.mails)) : null,
  };
}
