import { Extensions } from 'type-graphql';

const key = 'coalition-hub/deferred';

/** Marks a plain property that holds a promise: compiled operations wait only for fields that have a resolver. */
export const Deferred = () => Extensions({ [key]: true });

export function isDeferred(extensions: Readonly<Record<string, unknown>>): boolean {
  return extensions[key] === true;
}
