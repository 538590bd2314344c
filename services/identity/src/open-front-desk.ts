import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FrontDesk } from './environment.js';
import { Attempts } from './limits/attempts.js';
import { SlowDown } from './limits/slow-down.js';
import { Deliveries } from './mail/deliveries.js';
import type { Mailer } from './mail/mail.js';
import { Mailbox } from './mail/mailbox.js';
import { NoMailer } from './mail/no-mailer.js';
import { SmtpMailer } from './mail/smtp-mailer.js';
import { administratorRoutes } from './routes/administrator-routes.js';
import { apiKeyRoutes } from './routes/api-key-routes.js';
import type { Desk } from './routes/desk.js';
import { linkRoutes } from './routes/link-routes.js';
import { mailboxRoute } from './routes/mailbox-route.js';
import { oidcRoutes } from './routes/oidc-routes.js';
import { passkeyRoutes } from './routes/passkey-routes.js';
import type { Route } from './routes/route.js';
import { createRouter } from './routes/router.js';
import { createRequireSameSite } from './routes/same-site.js';
import { sessionRoutes } from './routes/session-routes.js';
import { tokenRoute } from './routes/token-route.js';
import type { Identity } from './server.js';
import { Auth } from './sign-in/auth.js';

/** The part that people meet. */
export interface RunningDesk {
  /** Where the mailbox page is; null when mails leave the hub, or must not be shown. */
  readonly mailboxUrl: string | null;
  /** Where a link that makes an administrator leads. */
  administratorUrl(key: string): string;
  /** Answers a request; false where it has nothing at the path. */
  answer(
    request: IncomingMessage,
    response: ServerResponse,
    at: { readonly path: string; readonly search: string },
  ): Promise<boolean>;
  /** Loads what the first request would otherwise wait for. */
  warmUp(): Promise<void>;
  stop(): Promise<void>;
}

export function openFrontDesk(identity: Identity, front: FrontDesk): RunningDesk {
  const { environment, db } = identity;
  const { secrets, log } = environment;
  const mailer = mailerFor(identity, front);
  const deliveries = new Deliveries(mailer, log);
  const auth = new Auth({ db, secret: secrets.cookies, publicUrl: front.publicUrl });
  const attempts = new Attempts(db, secrets.attempts);
  const desk: Desk = {
    ...environment,
    ...front,
    db,
    auth,
    deliveries,
    tokens: identity.tokens,
    watch: identity.watch,
    administratorLinks: identity.administratorLinks,
    attempts,
    slowDown: new SlowDown(attempts),
    oidcAttemptSecret: secrets.oidcAttempts,
    mailbox: mailer instanceof Mailbox ? mailer : null,
  };
  const requireSameSite = createRequireSameSite(front.publicUrl);
  return {
    mailboxUrl: desk.mailbox && `${front.publicUrl}/mailbox?key=${desk.mailbox.key}`,
    administratorUrl: (key) => `${front.publicUrl}/auth/administrator?key=${key}`,
    answer: createRouter({ routes: routesOf(desk), proxies: front.proxies, requireSameSite, log }),
    warmUp: async () => void (await auth.load()),
    stop: () => deliveries.stop(),
  };
}

function mailerFor({ environment: { log, random } }: Identity, { mail }: FrontDesk): Mailer {
  if (mail.smtpUrl !== null) return new SmtpMailer(mail.smtpUrl, mail.from);
  if (mail.keepsMailbox) return new Mailbox(random.bytes(16, 'mailbox key').toString('base64url'), log);
  return new NoMailer(log);
}

function routesOf(desk: Desk): readonly Route[] {
  return [
    ...linkRoutes(desk),
    tokenRoute(desk),
    ...sessionRoutes(desk),
    ...apiKeyRoutes(desk),
    ...passkeyRoutes(desk),
    ...oidcRoutes(desk),
    ...administratorRoutes(desk),
    ...(desk.mailbox ? [mailboxRoute(desk.mailbox)] : []),
  ];
}
