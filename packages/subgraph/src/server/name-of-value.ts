import { type ASTNode, type DocumentNode, Kind, visit } from 'graphql';

/** The field of an input, or the argument, whose value a node of a document is; null where it is that of none. */
export function nameOfValue(document: DocumentNode, value: ASTNode): string | null {
  let name: string | null = null;
  visit(document, {
    enter(node, _key, parent, _path, ancestors) {
      if (node !== value) return;
      const around = [...ancestors, parent].filter(
        (one): one is ASTNode => one !== undefined && 'kind' in one,
      );
      const named = around.findLast(({ kind }) => kind === Kind.OBJECT_FIELD || kind === Kind.ARGUMENT);
      if (named !== undefined && 'name' in named) name = named.name?.value ?? null;
    },
  });
  return name;
}
