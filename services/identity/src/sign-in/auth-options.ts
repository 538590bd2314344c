import { randomUUID } from 'node:crypto';
import { passkey } from '@better-auth/passkey';
import type { BetterAuthOptions } from 'better-auth';
import { APIError } from 'better-auth/api';
import { magicLink } from 'better-auth/plugins/magic-link';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.js';
import { cookieNames, isSecure } from './cookie-names.js';
import { deviceWord } from './device-word.js';
import { passkeyPlace } from './passkey-place.js';

const minute = 60;
const day = 86_400;

export const linkLifetime = 15 * minute;

/** How long a session lasts without being used, in seconds. */
export const sessionLifetime = 30 * day;

export interface AuthOptions {
  readonly db: Kysely<Tables>;
  readonly secret: Buffer;
  readonly publicUrl: string;
  /** Takes what a mail link needs to carry. */
  readonly takeLinkToken: (token: string) => void;
}

/**
 * better-auth as this service uses it: behind our own routes, with hashes instead of addresses, and with neither names,
 * network addresses nor browsers' descriptions at rest.
 */
export function authOptions({ db, secret, publicUrl, takeLinkToken }: AuthOptions) {
  const names = cookieNames(publicUrl);
  const attributes = { secure: isSecure(publicUrl) };
  return {
    appName: 'Coalition Hub',
    baseURL: new URL(publicUrl).origin,
    basePath: '/auth',
    secret: secret.toString('base64url'),
    database: { db, type: 'postgres', transaction: true },
    user: { modelName: 'person', fields: spelled('emailVerified', 'createdAt', 'updatedAt') },
    session: {
      fields: spelled('expiresAt', 'createdAt', 'updatedAt', 'ipAddress', 'userAgent', 'userId'),
      expiresIn: sessionLifetime,
      freshAge: day,
    },
    account: {
      fields: spelled(
        'accountId',
        'providerId',
        'userId',
        'accessToken',
        'refreshToken',
        'idToken',
        'accessTokenExpiresAt',
        'refreshTokenExpiresAt',
        'createdAt',
        'updatedAt',
      ),
    },
    verification: { fields: spelled('expiresAt', 'createdAt', 'updatedAt') },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => ({
            data: { ...session, ipAddress: null, userAgent: deviceWord(session.userAgent) },
          }),
        },
      },
    },
    plugins: [
      magicLink({
        expiresIn: linkLifetime,
        storeToken: 'hashed',
        sendMagicLink: async ({ token }) => takeLinkToken(token),
      }),
      passkey({
        ...passkeyPlace(publicUrl),
        rpName: 'Coalition Hub',
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        advanced: { webAuthnChallengeCookie: 'passkey_challenge' },
        registration: {
          afterVerification: async ({ verification }) => {
            requireUserVerified(verification.registrationInfo?.userVerified);
          },
        },
        authentication: {
          afterVerification: async ({ verification }) => {
            requireUserVerified(verification.authenticationInfo.userVerified);
          },
        },
        schema: {
          passkey: {
            fields: {
              ...spelled('publicKey', 'userId', 'deviceType', 'backedUp', 'createdAt'),
              credentialID: 'credential_id',
            },
          },
        },
      }),
    ],
    advanced: {
      useSecureCookies: false,
      cookies: {
        session_token: { name: names.session, attributes },
        passkey_challenge: { name: names.passkey, attributes },
      },
      database: { generateId: () => randomUUID() },
      ipAddress: { disableIpTracking: true },
    },
    // Counted by ourselves, without addresses at rest.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // Its messages may hold what was asked; failures are logged by our routes.
    logger: { disabled: true },
  } satisfies BetterAuthOptions;
}

/** A passkey alone signs somebody in, so the device must have checked who holds it. */
function requireUserVerified(userVerified: boolean | undefined): void {
  if (userVerified !== true) throw new APIError('UNAUTHORIZED');
}

/** Columns are written with underscores. */
function spelled(...fields: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    fields.map((field) => [field, field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)]),
  );
}
