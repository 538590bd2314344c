import type { Clock, Log, PersonHasher, Random } from '@coalition-hub/subgraph';
import type { JWK } from 'jose';
import type { OidcProvider } from './sign-in/oidc-provider.js';

/** Secrets of this service, each 32 bytes, kept outside the database, the same in every replica. */
export interface IdentitySecrets {
  /** Signs cookies. */
  readonly cookies: Buffer;
  /** Seals what a browser keeps while it is away at an organisation's own sign-in. */
  readonly oidcAttempts: Buffer;
  /** Seals the private halves of token keys at rest. */
  readonly tokenKeys: Buffer;
  /** Names whose attempts are counted. */
  readonly attempts: Buffer;
  /** Proves that a link for an administrator is ours. */
  readonly administratorLinks: Buffer;
}

export interface MailSettings {
  /** Null: no mail leaves the hub. */
  readonly smtpUrl: string | null;
  readonly from: string;
  /** Whether mails that cannot leave are printed and kept for the mailbox page. */
  readonly keepsMailbox: boolean;
}

/** What the composition root hands to the service. */
export interface IdentityEnvironment {
  readonly databaseUrl: string;
  readonly poolSize: number;
  readonly clock: Clock;
  readonly random: Random;
  readonly persons: PersonHasher;
  readonly log: Log;
  readonly secrets: IdentitySecrets;
  /** The key that signed tokens before this service did. */
  readonly firstTokenKey?: JWK;
}

/** What only a process that serves people needs. */
export interface FrontDesk {
  /** Under which people reach the hub, without a slash at its end. */
  readonly publicUrl: string;
  /** Proxies before the hub that add to `X-Forwarded-For`. */
  readonly proxies: number;
  readonly mail: MailSettings;
  readonly providers: readonly OidcProvider[];
  /** Grants the role to a person; harmless when repeated. */
  makeAdministrator(email: string): Promise<void>;
}
