import type { Clock, PersonHasher, Random } from '@coalition-hub/subgraph';
import type { Kysely } from 'kysely';
import type { FrontDesk } from '../environment.js';
import type { Attempts } from '../limits/attempts.js';
import type { SlowDown } from '../limits/slow-down.js';
import type { Deliveries } from '../mail/deliveries.js';
import type { Mailbox } from '../mail/mailbox.js';
import type { SessionWatch } from '../sessions/session-watch.js';
import type { AdministratorLinks } from '../sign-in/administrator-links.js';
import type { Auth } from '../sign-in/auth.js';
import type { Tables } from '../tables.js';
import type { ClientTokens } from '../tokens/client-tokens.js';

/** What routes work with. */
export interface Desk extends Pick<FrontDesk, 'publicUrl' | 'providers' | 'makeAdministrator'> {
  readonly db: Kysely<Tables>;
  readonly auth: Auth;
  readonly tokens: ClientTokens;
  readonly watch: SessionWatch;
  readonly attempts: Attempts;
  readonly slowDown: SlowDown;
  readonly deliveries: Deliveries;
  readonly persons: PersonHasher;
  readonly administratorLinks: AdministratorLinks;
  readonly oidcAttemptSecret: Buffer;
  readonly clock: Clock;
  readonly random: Random;
  /** Null when mails leave the hub. */
  readonly mailbox: Mailbox | null;
}
