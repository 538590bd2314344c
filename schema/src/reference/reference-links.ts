import {
  type GraphQLSchema,
  type GraphQLType,
  getNamedType,
  isListType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
  isUnionType,
} from 'graphql';
import type { Areas } from './areas.js';

const connectionFields: ReadonlySet<string> = new Set(['edges', 'pageInfo', 'totalCount']);
const edgeFields: ReadonlySet<string> = new Set(['cursor', 'node']);

/** How pages refer to types, and which types are told with another one instead of by themselves. */
export class ReferenceLinks {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly areas: Areas,
  ) {}

  /** A type as it stands in the schema, with a link on its name. */
  type(type: GraphQLType, page: string): string {
    if (isNonNullType(type)) return `${this.type(type.ofType, page)}!`;
    if (isListType(type)) return `[${this.type(type.ofType, page)}]`;
    return this.name(getNamedType(type).name, page);
  }

  /** The name of a type, with a link. */
  name(name: string, page: string): string {
    const type = this.schema.getType(name);
    if (type === undefined || isSpecifiedScalarType(type)) return name;
    const told = this.toldWith(name) ?? name;
    const there = this.areas.ofType(told);
    return `[${name}](${there === page ? '' : `${there}.md`}#${told.toLowerCase()})`;
  }

  /** The type with which this one is told: the node of a connection or edge that says nothing of its own. */
  toldWith(name: string): string | undefined {
    const type = this.schema.getType(name);
    if (!isObjectType(type)) return undefined;
    const fields = type.getFields();
    const plain = (known: ReadonlySet<string>) => Object.keys(fields).every((field) => known.has(field));
    if (name.endsWith('Edge') && plain(edgeFields) && fields['node'])
      return getNamedType(fields['node'].type).name;
    if (!name.endsWith('Connection') || !plain(connectionFields) || !fields['edges']) return undefined;
    return this.toldWith(getNamedType(fields['edges'].type).name);
  }

  /** Types that are told with the mutation they belong to: its input, its result and its success. */
  get ofMutations(): ReadonlySet<string> {
    const mutations = Object.values(this.schema.getMutationType()?.getFields() ?? {});
    return new Set(
      mutations.flatMap(({ args, type }) => {
        const result = getNamedType(type);
        const members = isUnionType(result) ? result.getTypes().map(({ name }) => name) : [];
        const successes = members.filter((name) => name.endsWith('Success'));
        return [result.name, ...successes, ...args.map((arg) => getNamedType(arg.type).name)];
      }),
    );
  }
}
