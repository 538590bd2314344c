import type { LocatedName } from './compare-names.js';

/** `different`: two places; `one named`: the same, and only one name says so; `unknown`: one of them has none. */
export type Places = 'same' | 'one named' | 'unknown' | 'different';

/** Where two bodies are to each other, by what their names say and what stands beside them. */
export function placesOf(one: LocatedName, other: LocatedName): Places {
  const [here, there] = [one.name.place ?? one.country, other.name.place ?? other.country];
  const oneNamed = (one.name.place === null) !== (other.name.place === null);
  if (here !== null && there !== null && here !== there) return 'different';
  // "Attac Norway" beside an "Attac" of no country is a chapter of it, until somebody says otherwise.
  if (oneNamed && (here === null || there === null)) return 'different';
  if (here !== there) return 'unknown';
  return oneNamed ? 'one named' : 'same';
}
