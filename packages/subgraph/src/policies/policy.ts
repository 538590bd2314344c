import { Directive, Extensions } from 'type-graphql';
import { type Viewer, writing } from '../viewer/viewer.js';

/**
 * Who may ask at all. What a viewer may do to one thing is a pure function `can<Verb>(rights, subject)` of the service,
 * asked by the command that does it; which rows a list shows is part of its query.
 */
export interface FieldPolicy {
  readonly name: string;
  /** What it says in the supergraph, so that the gateway checks it as well. */
  readonly directives: readonly string[];
  allows(viewer: Viewer | null): boolean;
}

/** Public data: nobody has to sign in to read it. */
export const anyone: FieldPolicy = { name: 'anyone', directives: [], allows: () => true };

export const signedIn: FieldPolicy = {
  name: 'signedIn',
  directives: ['@authenticated'],
  allows: (viewer) => viewer !== null,
};

/** For whoever changes something: signed in, and not by a token that may only read. */
export const mayChange: FieldPolicy = {
  name: 'mayChange',
  directives: ['@authenticated', `@requiresScopes(scopes: [["${writing}"]])`],
  allows: (viewer) => viewer?.scopes.includes(writing) ?? false,
};

const key = 'coalition-hub/policy';

/** Declares the policy of a root field. A root field without one is denied to everybody. */
export function Policy(policy: FieldPolicy): MethodDecorator {
  const decorators = [Extensions({ [key]: policy }), ...policy.directives.map((sdl) => Directive(sdl))];
  return (target, property, descriptor) => {
    for (const decorate of decorators) decorate(target, property as string, descriptor as never);
  };
}

/** The policy declared for a field of type-graphql's schema, if any. */
export function declaredPolicy(
  extensions: Readonly<Record<string, unknown>> | undefined,
): FieldPolicy | undefined {
  return extensions?.[key] as FieldPolicy | undefined;
}
