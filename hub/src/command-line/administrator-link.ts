import type { HubCommand } from './command.js';

export const administratorLink: HubCommand = {
  name: 'administrator-link',
  summary: 'Prints a link that makes whoever opens it an administrator, once; earlier ones end.',
  usage: 'administrator-link',
  options: {},
  optionHelp: {},
  async run({ config, print }) {
    const { withIdentity } = await import('../identity/with-identity.js');
    const { listeningUrl } = await import('../identity/listening-url.js');
    const key = await withIdentity(config, ({ administratorLinks }) => administratorLinks.another());
    print(`${listeningUrl(config)}/auth/administrator?key=${key}`);
  },
};
