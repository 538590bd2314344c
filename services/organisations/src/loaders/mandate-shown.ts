import { forbidden } from '@coalition-hub/subgraph';
import type { Loaders } from '../context.js';
import type { Mandate } from '../types/mandate.js';

/**
 * What a command did to a mandate, as it is now.
 * @throws Fault FORBIDDEN where a request is repeated by who has lost the right meanwhile
 */
export async function mandateShown({ mandatesById }: Loaders, id: string): Promise<Mandate> {
  const mandate = await mandatesById.load(id);
  if (mandate === null) throw forbidden();
  return mandate;
}
