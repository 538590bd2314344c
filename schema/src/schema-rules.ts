import { publicSchema } from './public-schema.js';
import { connectionFaults } from './rules/connections.js';
import { descriptionFaults } from './rules/descriptions.js';
import { mutationFaults } from './rules/mutations.js';
import { nameFaults } from './rules/names.js';

const RULES = [descriptionFaults, nameFaults, mutationFaults, connectionFaults];

/** One sentence for each place where the supergraph leaves the rules of this folder's README; [] if it keeps them. */
export function schemaFaults(supergraphSdl: string): string[] {
  const schema = publicSchema(supergraphSdl);
  return RULES.flatMap((faultsOf) => faultsOf(schema));
}
