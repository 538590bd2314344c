import { betterAuth } from 'better-auth';
import { type AuthOptions, authOptions } from './auth-options.js';

/** Apart from the rest of the service, for importing it takes hundreds of milliseconds. */
export function betterAuthOn(options: AuthOptions) {
  return betterAuth(authOptions(options));
}
