import { type DirectiveNode, type DocumentNode, visit } from 'graphql';

/**
 * The directives that every router which should run this graph understands: GraphQL's own and those of Apollo
 * Federation 2. Cost and policy directives are left out, because routers differ in whether and how they read them.
 */
const PORTABLE = new Set([
  'deprecated',
  'specifiedBy',
  'link',
  'key',
  'shareable',
  'external',
  'requires',
  'provides',
  'override',
  'extends',
  'interfaceObject',
  'inaccessible',
  'tag',
  'authenticated',
  'requiresScopes',
]);

/** One sentence for each directive that would tie the subgraph to one router. */
export function portabilityFaults(subgraph: string, document: DocumentNode): string[] {
  return usedDirectives(document)
    .filter((name) => !PORTABLE.has(name.replace(/^federation__/, '')))
    .map((name) => `[${subgraph}] @${name} is not understood by every router`);
}

function usedDirectives(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, { Directive: ({ name }: DirectiveNode) => void names.add(name.value) });
  return [...names].sort();
}
