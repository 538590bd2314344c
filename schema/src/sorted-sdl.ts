import { type ASTNode, type DefinitionNode, type DocumentNode, Kind, print, visit } from 'graphql';

/** Members whose order means nothing in GraphQL. */
const UNORDERED = ['arguments', 'directives', 'fields', 'interfaces', 'locations', 'types', 'values'];

/**
 * Where order stays: in list values it has a meaning, and of the `@link`s of a schema the one to the link
 * specification stands first by convention.
 */
const ORDERED: ReadonlySet<Kind> = new Set([Kind.LIST, Kind.SCHEMA_DEFINITION, Kind.SCHEMA_EXTENSION]);

/**
 * SDL in one stable order: schema, directives, then types by name, members by name. Moving code then changes nothing
 * here, and a difference shows what changed and no more.
 */
export function printSorted(document: DocumentNode): string {
  const sorted: DocumentNode = visit(document, { leave: sortMembers });
  const definitions = sorted.definitions.toSorted(byRankThenName);
  return `${print({ ...sorted, definitions })}\n`;
}

/** The node with its members sorted, or undefined, which tells `visit` to keep it. */
function sortMembers(node: ASTNode): ASTNode | undefined {
  if (ORDERED.has(node.kind)) return undefined;
  const members = Object.entries(node).filter(
    ([key, value]) => UNORDERED.includes(key) && Array.isArray(value),
  );
  const sorted = members.map(([key, nodes]) => [key, sortNodes(nodes as ASTNode[])]);
  return sorted.length === 0 ? undefined : { ...node, ...Object.fromEntries(sorted) };
}

/** By name, and where one name occurs often, as `@join__field` does, by the whole text. */
function sortNodes(nodes: readonly ASTNode[]): ASTNode[] {
  const keyed = nodes.map((node) => ({ node, name: nameOf(node), text: print(node) }));
  return keyed.sort((a, b) => compare(a.name, b.name) || compare(a.text, b.text)).map(({ node }) => node);
}

function byRankThenName(a: DefinitionNode, b: DefinitionNode): number {
  return rank(a) - rank(b) || compare(nameOf(a), nameOf(b));
}

function rank({ kind }: DefinitionNode): number {
  if (kind === Kind.SCHEMA_DEFINITION || kind === Kind.SCHEMA_EXTENSION) return 0;
  return kind === Kind.DIRECTIVE_DEFINITION ? 1 : 2;
}

function nameOf(node: ASTNode): string {
  if (node.kind === Kind.NAME) return node.value;
  return 'name' in node ? (node.name?.value ?? '') : '';
}

/** By code units: no locale decides the order. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
