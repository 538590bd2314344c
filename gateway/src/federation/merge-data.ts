import { type Data, isData } from './data.js';

/**
 * Adds to `target` what another subgraph knows of the same object. What is there stays: a null says that one of the
 * two could not tell. `__typename` gives way only where it named an interface that the other subgraph can resolve.
 *
 * @param objectTypes names of the types that an object can be of
 */
export function mergeData(target: Data, source: Data, objectTypes: ReadonlySet<string>): void {
  for (const name of Object.keys(source)) {
    // A value of a JSON scalar may have any keys, and this one is not the object's own.
    if (name === '__proto__') continue;
    const known = target[name];
    const added = source[name];
    if (known === undefined || known === null) target[name] = added ?? null;
    else if (name === '__typename') target[name] = concrete(known, added, objectTypes);
    else mergeValue(known, added, objectTypes);
  }
}

function concrete(known: unknown, added: unknown, objectTypes: ReadonlySet<string>): unknown {
  return typeof added === 'string' && !objectTypes.has(known as string) && objectTypes.has(added)
    ? added
    : known;
}

function mergeValue(known: unknown, added: unknown, objectTypes: ReadonlySet<string>): void {
  if (isData(known) && isData(added)) mergeData(known, added, objectTypes);
  else if (Array.isArray(known) && Array.isArray(added)) mergeLists(known, added, objectTypes);
}

/** Lists of objects without a key, of which each subgraph knows some fields: they stand in the same order. */
function mergeLists(known: unknown[], added: readonly unknown[], objectTypes: ReadonlySet<string>): void {
  const length = Math.min(known.length, added.length);
  for (let index = 0; index < length; index += 1) mergeValue(known[index], added[index], objectTypes);
}
