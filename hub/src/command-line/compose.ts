import type { HubCommand } from './command.js';

export const compose: HubCommand = {
  name: 'compose',
  summary: 'Writes the schema of every subgraph, the supergraph and the public contract into schema/.',
  usage: 'compose',
  options: {},
  optionHelp: {},
  async run({ print }) {
    const { contractFolder, writeContract } = await import('@coalition-hub/schema');
    const { subgraphSchemas } = await import('../assembly/subgraph-schemas.js');
    const { changed, changes } = await writeContract(contractFolder, subgraphSchemas());
    for (const file of changed) print(`written: ${file}`);
    for (const { description } of changes.dangerous) print(`check that clients can bear it: ${description}`);
    if (changed.length === 0) print('The contract is up to date.');
  },
};
