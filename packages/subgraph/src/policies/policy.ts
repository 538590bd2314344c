import { Extensions } from 'type-graphql';
import type { Viewer } from '../viewer/viewer.js';

/**
 * Who may ask at all. What a viewer may do to one thing is a pure function `can<Verb>(rights, subject)` of the service,
 * asked by the command that does it; which rows a list shows is part of its query.
 */
export interface FieldPolicy {
  readonly name: string;
  allows(viewer: Viewer | null): boolean;
}

/** Public data: nobody has to sign in to read it. */
export const anyone: FieldPolicy = { name: 'anyone', allows: () => true };

export const signedIn: FieldPolicy = { name: 'signedIn', allows: (viewer) => viewer !== null };

const key = 'coalition-hub/policy';

/** Declares the policy of a root field. A root field without one is denied to everybody. */
export const Policy = (policy: FieldPolicy) => Extensions({ [key]: policy });

/** The policy declared for a field of type-graphql's schema, if any. */
export function declaredPolicy(
  extensions: Readonly<Record<string, unknown>> | undefined,
): FieldPolicy | undefined {
  return extensions?.[key] as FieldPolicy | undefined;
}
