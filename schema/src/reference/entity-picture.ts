import {
  type GraphQLSchema,
  type GraphQLType,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
} from 'graphql';
import type { Areas } from './areas.js';
import { ReferenceLinks } from './reference-links.js';

/** The types that several subgraphs know, and how they lead to each other, as a Mermaid diagram. */
export function entityPicture(schema: GraphQLSchema, areas: Areas): string {
  const links = new ReferenceLinks(schema, areas);
  const lines = areas.entities.flatMap((from) => linesFrom(schema, links, areas.entities, from));
  return ['```mermaid', 'erDiagram', ...lines, '```'].join('\n');
}

function linesFrom(
  schema: GraphQLSchema,
  links: ReferenceLinks,
  entities: readonly string[],
  from: string,
): string[] {
  const type = schema.getType(from);
  if (!isObjectType(type)) return [];
  const byTarget = new Map<string, { many: boolean; names: string[] }>();
  for (const field of Object.values(type.getFields())) {
    const named = getNamedType(field.type).name;
    const to = links.toldWith(named) ?? named;
    if (!entities.includes(to)) continue;
    const known = byTarget.get(to) ?? { many: false, names: [] };
    byTarget.set(to, {
      many: known.many || isMany(field.type, named, to),
      names: [...known.names, field.name],
    });
  }
  return [...byTarget].map(
    ([to, { many, names }]) => `  ${from} }o--${many ? 'o{' : 'o|'} ${to} : "${names.join(', ')}"`,
  );
}

function isMany(type: GraphQLType, named: string, to: string): boolean {
  return named !== to || isListType(getNullableType(type));
}
