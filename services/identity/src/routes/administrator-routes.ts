import { administratorPage } from '../pages/administrator-page.js';
import { linkNotValidPage, signedInPage } from '../pages/link-page.js';
import { Refused, textIn } from './call.js';
import type { Desk } from './desk.js';
import { mailboxIn } from './mailbox-in.js';
import { json, page } from './reply.js';
import type { Route } from './route.js';

/** The one-time link that makes an administrator; who has it owns the hub, or was given it by the owner. */
export function administratorRoutes(desk: Desk): readonly Route[] {
  return [open, use(desk)];
}

const open: Route = {
  method: 'GET',
  path: '/auth/administrator',
  answer: ({ query }) => page(administratorPage(query.get('key') ?? '')),
};

function use({ administratorLinks, slowDown, auth, makeAdministrator, persons }: Desk): Route {
  return {
    method: 'POST',
    path: '/auth/administrator',
    async answer(call) {
      await slowDown.pass(call.address);
      const email = mailboxIn(call);
      const used = await administratorLinks.use(textIn(call, 'key'), () => makeAdministrator(email));
      if (!used && call.wantsPage) return page(linkNotValidPage(), { status: 400 });
      if (!used) throw new Refused(400, 'LINK_NOT_VALID', 'This link does not work any more');
      const { headers } = await auth.openSession(persons.personId(email), call.headers);
      return call.wantsPage ? page(signedInPage(), { headers }) : json({ signedIn: true }, { headers });
    },
  };
}
