export type { FrontDesk, IdentityEnvironment, IdentitySecrets, MailSettings } from './environment.js';
export type { RunningDesk } from './open-front-desk.js';
export { Identity } from './server.js';
export type { HeldHere } from './sessions/person-held.js';
export { endedSessionsKnownWithinMs } from './sessions/session-watch.js';
export type { OidcProvider } from './sign-in/oidc-provider.js';
