import type { HubCommand } from './command.js';

export const rotateTokenKeys: HubCommand = {
  name: 'rotate-token-keys',
  summary: 'Signs tokens with a new key from now on; this happens by itself every 30 days.',
  usage: 'rotate-token-keys [--end-tokens]',
  options: { 'end-tokens': { type: 'boolean' } },
  optionHelp: {
    '--end-tokens': 'Also ends all tokens signed so far: for a key that somebody else may have.',
  },
  async run({ config, values, say }) {
    const { withIdentity } = await import('../identity/with-identity.js');
    await withIdentity(config, async ({ ring }) => {
      await ring.rotate();
      if (values['end-tokens'] === true) await ring.forgetRetired();
    });
    say('Tokens are signed with a new key.');
  },
};
