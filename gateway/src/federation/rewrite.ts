import { type Data, isData } from './data.js';
import type { FetchRewrite } from './query-plan.js';
import type { TypeConditions } from './type-conditions.js';

/**
 * Adjusts an object to the names that a subgraph, or the operation, has for it: a type known there as its interface,
 * a field that had to be asked for under another response name. Changes `object`.
 */
export type Rewrite = (object: Data) => void;

/** All of them, one after another; `undefined` where there is nothing to do. */
export function rewriting(
  rewrites: readonly FetchRewrite[] | undefined,
  types: TypeConditions,
): Rewrite | undefined {
  if (!rewrites || rewrites.length === 0) return undefined;
  const all = rewrites.map((rewrite) => rewriteOf(rewrite, types));
  return (object) => {
    for (const rewrite of all) rewrite(object);
  };
}

type Segment = { TypenameEquals: string[] } | { Key: string };

/** What to do with one field of an object. */
type Change = (object: Data, name: string) => void;

function rewriteOf(rewrite: FetchRewrite, types: TypeConditions): Rewrite {
  if ('KeyRenamer' in rewrite) {
    const { path, renameKeyTo } = rewrite.KeyRenamer;
    return (object) => follow(object, path, 0, types, rename(renameKeyTo));
  }
  const { path, setValueTo } = 'ValueSetter' in rewrite ? rewrite.ValueSetter : rewrite;
  return (object) => follow(object, path, 0, types, set(setValueTo));
}

function rename(to: string): Change {
  return (object, name) => {
    if (!(name in object)) return;
    object[to] = object[name];
    delete object[name];
  };
}

function set(value: string): Change {
  return (object, name) => {
    object[name] = value;
  };
}

function follow(
  value: unknown,
  path: readonly Segment[],
  depth: number,
  types: TypeConditions,
  change: Change,
): void {
  if (Array.isArray(value)) {
    for (const item of value) follow(item, path, depth, types, change);
    return;
  }
  const segment = path[depth];
  if (!isData(value) || !segment) return;
  if ('TypenameEquals' in segment) {
    if (types.isOneOf(value, segment.TypenameEquals)) follow(value, path, depth + 1, types, change);
  } else if (depth === path.length - 1) change(value, segment.Key);
  else follow(value[segment.Key], path, depth + 1, types, change);
}
