import { seededRandom } from '@coalition-hub/subgraph';

/** The id of what has this name: whatever else is entered, and in whichever order. */
export function sampleId(label: string, name: string): string {
  return seededRandom(`coalition-hub sample: ${name}`).uuid(label);
}
