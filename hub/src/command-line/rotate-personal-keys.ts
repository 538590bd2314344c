import type { RotatedKeys } from '../personal/rotate-personal-keys.js';
import type { HubCommand } from './command.js';
import { Progress } from './progress.js';

export const rotatePersonalKeys: HubCommand = {
  name: 'rotate-personal-keys',
  summary: 'Seals what names people by a new key, and destroys the old one.',
  usage: 'rotate-personal-keys [--json]',
  options: { json: { type: 'boolean' } },
  optionHelp: { '--json': 'Prints what was done as JSON.' },
  async run({ config, values, print }) {
    const rotation = await import('../personal/rotate-personal-keys.js');
    const progress = new Progress('personal texts');
    const rotated = await rotation
      .rotatePersonalKeys(config, (done, total) => progress.update(done, total))
      .finally(() => progress.end());
    print(values['json'] === true ? JSON.stringify(rotated) : sentence(rotated));
  },
};

function sentence({ resumed, rewrapped, unreadable, destroyedKeys }: RotatedKeys): string {
  const lost =
    unreadable === 0 ? '' : ` No key opened ${unreadable} of them, which stay as they are: unreadable.`;
  const begun = resumed ? ' It ended a rotation that had been cut off.' : '';
  return `${rewrapped} texts are under the new key; ${destroyedKeys} old key(s) destroyed.${lost}${begun}`;
}
