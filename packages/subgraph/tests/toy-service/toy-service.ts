import {
  anyone,
  buildSchema,
  type References,
  Service,
  type ServiceEnvironment,
  Subgraph,
  type SubgraphDefinition,
  type Tools,
} from '@coalition-hub/subgraph';
import { type Context, createLoaders, type Loaders } from './context.js';
import { knownBoards } from './known-boards.js';
import { NoteResolver, TickResolver, WriteNoteSuccessResolver } from './resolvers.js';
import { entities, type Tables } from './tables.js';
import { Toy001 } from './toy-001.js';

const references: References = {
  Note: { policy: anyone, load: ({ id }, { loaders }: Context) => loaders.notesById.load(String(id)) },
};

/** The smallest service that has everything the kit offers, and the mistakes it must survive. */
export const definition: SubgraphDefinition<Tables, Loaders, Tools> = {
  name: 'toy',
  entities,
  migrations: [{ name: 'toy-001', class: Toy001 }],
  schema: buildSchema({ resolvers: [NoteResolver, WriteNoteSuccessResolver, TickResolver], references }),
  createTools: () => ({}),
  createLoaders,
  createProjections: () => [knownBoards],
};

export async function startToy(environment: ServiceEnvironment) {
  return new Subgraph(await Service.start(definition, environment));
}
