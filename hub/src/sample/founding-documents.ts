import { councilElections } from './council-elections.js';
import type { DocumentFacts } from './document-facts.js';
import { documentPart } from './document-part.js';
import { firstPart } from './first-part.js';
import { globalMigrationGroup } from './global-migration-group.js';
import { ishrSubmissions } from './ishr-submissions.js';
import { migrantDefenders } from './migrant-defenders.js';
import type { SamplePart } from './sample-part.js';

/** Those after the first, in the order in which they are entered. */
const later: readonly DocumentFacts[] = [
  migrantDefenders,
  councilElections,
  ishrSubmissions,
  globalMigrationGroup,
];

/** The whole sample. @param now from when on the practice statement is open */
export function sampleParts(now: Date): SamplePart[] {
  const first = firstPart(now);
  const { organisations } = first.registry;
  return [first, ...later.map((facts) => documentPart(facts, organisations))];
}
