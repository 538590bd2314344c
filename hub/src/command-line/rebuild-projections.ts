import { serviceNames } from '../assembly/subgraphs.js';
import { withServices } from '../assembly/with-services.js';
import type { HubCommand } from './command.js';
import { Progress } from './progress.js';

export const rebuildProjections: HubCommand = {
  name: 'rebuild-projections',
  summary: 'Rebuilds from the events what each service keeps of the others.',
  usage: 'rebuild-projections [--json]',
  options: { json: { type: 'boolean' } },
  optionHelp: { '--json': 'Prints a line of JSON for each projection.' },
  run({ config, values, print }) {
    return withServices(config, async ({ subgraphs }) => {
      for (const name of serviceNames) {
        const { projections } = subgraphs[name].service;
        for (const { name: projection } of projections.health()) {
          const progress = new Progress(`${name}: ${projection}`);
          const { rebuilt, events } = await projections.rebuild(projection, (done) => progress.update(done));
          progress.end();
          if (!rebuilt) continue;
          const line = { service: name, projection, events };
          print(
            values['json'] === true
              ? JSON.stringify(line)
              : `${name}: ${projection} rebuilt from ${events} events`,
          );
        }
      }
    });
  },
};
