import { definition as events } from '@coalition-hub/events';
import { definition as organisations } from '@coalition-hub/organisations';
import { definition as signatories } from '@coalition-hub/signatories';
import { definition as statements } from '@coalition-hub/statements';

/** What composition reads of each subgraph. */
export function subgraphSchemas(): { name: string; sdl: string }[] {
  return [organisations, statements, signatories, events].map(({ name, schema }) => ({
    name,
    sdl: schema.sdl,
  }));
}
