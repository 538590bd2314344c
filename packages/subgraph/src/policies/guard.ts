import { forbidden, unauthenticated } from '../errors/fault.js';
import type { Viewer } from '../viewer/viewer.js';
import type { FieldPolicy } from './policy.js';

type Resolve = (source: unknown, args: never, context: { viewer: Viewer | null }, info: never) => unknown;

/** Puts a policy before a resolver; no policy means nobody. */
export function guard(policy: FieldPolicy | undefined, resolve: Resolve): Resolve {
  return (source, args, context, info) => {
    if (policy?.allows(context.viewer)) return resolve(source, args, context, info);
    throw context.viewer === null && policy !== undefined ? unauthenticated() : forbidden();
  };
}
