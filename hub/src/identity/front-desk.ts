import type { FrontDesk } from '@coalition-hub/identity';
import type { RunningSubgraphs } from '../assembly/subgraphs.js';
import type { Config } from '../config.js';
import { listeningUrl } from './listening-url.js';
import { makeAdministrator } from './make-administrator.js';

/** What people meet at this hub. */
export function frontDesk(config: Config, running: RunningSubgraphs): FrontDesk {
  const publicUrl = listeningUrl(config);
  return {
    publicUrl,
    proxies: config.proxies,
    providers: config.oidcProviders,
    mail: {
      smtpUrl: config.smtpUrl,
      from: config.mailFrom ?? `Coalition Hub <hub@${new URL(publicUrl).hostname}>`,
      // A page with everybody's mail is for the own machine only.
      keepsMailbox: config.smtpUrl === null && config.publicUrl === null,
    },
    makeAdministrator: (email) => makeAdministrator(running, email),
  };
}
