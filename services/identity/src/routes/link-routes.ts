import { mailsPerMailbox, mailsPerTaggedMailbox } from '../limits/attempts.js';
import { signInMail } from '../mail/texts.js';
import { linkNotValidPage, linkPage, signedInPage } from '../pages/link-page.js';
import { LinkNotValid } from '../sign-in/auth.js';
import { Refused, textIn } from './call.js';
import type { Desk } from './desk.js';
import { mailboxIn, withoutTag } from './mailbox-in.js';
import { json, page } from './reply.js';
import type { Route } from './route.js';

/** Sign-in by a link in a mail. */
export function linkRoutes(desk: Desk): readonly Route[] {
  return [ask(desk), open, use(desk)];
}

/**
 * Answers before anything is looked up or sent, and always the same: neither the bytes nor the time say whether the
 * hub knows the mailbox, or has had enough of it.
 */
function ask({ attempts, slowDown, deliveries, persons, auth, publicUrl }: Desk): Route {
  // Tags are counted together and apart: they must neither flood a mailbox nor use up what its own address is allowed.
  const mayBeSent = async (email: string) => {
    const plain = withoutTag(email);
    if (!(await attempts.allow('mailbox', persons.personId(email), mailsPerMailbox))) return false;
    return plain === email || attempts.allow('tagged', persons.personId(plain), mailsPerTaggedMailbox);
  };
  const compose = async (email: string) => {
    if (!(await mayBeSent(email))) return null;
    return signInMail(email, `${publicUrl}/auth/link?token=${await auth.linkToken(persons.personId(email))}`);
  };
  return {
    method: 'POST',
    path: '/auth/link',
    async answer(call) {
      await slowDown.pass(call.address);
      const email = mailboxIn(call);
      deliveries.start(() => compose(email));
      return json({ message: 'If the address is right, a mail with a link is on its way' }, { status: 202 });
    },
  };
}

const open: Route = {
  method: 'GET',
  path: '/auth/link',
  answer: ({ query }) => page(linkPage(query.get('token') ?? '')),
};

function use({ auth, slowDown }: Desk): Route {
  return {
    method: 'POST',
    path: '/auth/link/use',
    async answer(call) {
      await slowDown.pass(call.address);
      try {
        const { headers } = await auth.redeem(textIn(call, 'token'), call.headers);
        return call.wantsPage ? page(signedInPage(), { headers }) : json({ signedIn: true }, { headers });
      } catch (error) {
        if (!(error instanceof LinkNotValid)) throw error;
        if (call.wantsPage) return page(linkNotValidPage(), { status: 400 });
        throw new Refused(
          400,
          'LINK_NOT_VALID',
          'This link does not work any more; please ask for a new one',
        );
      }
    },
  };
}
