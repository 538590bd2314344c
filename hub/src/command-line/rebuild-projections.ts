import type { HubCommand } from './command.js';

export const rebuildProjections: HubCommand = {
  name: 'rebuild-projections',
  summary: 'Rebuilds from the events what each service keeps of the others.',
  usage: 'rebuild-projections [--json]',
  options: { json: { type: 'boolean' } },
  optionHelp: { '--json': 'Prints a line of JSON for each projection.' },
  async run({ config, values, print }) {
    const { rebuildAllProjections } = await import('./rebuild-all-projections.js');
    await rebuildAllProjections(config, (line) => {
      const { service, projection, events } = line;
      const sentence = `${service}: ${projection} rebuilt from ${events} events`;
      print(values['json'] === true ? JSON.stringify(line) : sentence);
    });
  },
};
