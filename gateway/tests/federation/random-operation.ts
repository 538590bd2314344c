import {
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isUnionType,
  type OperationTypeNode,
  parse,
  validate,
} from 'graphql';

/** Names that a plan may want for its own fields, and harmless ones. */
const aliases = ['id', 'isbn', 'name', 'title', 'a', 'b', '_entities', 'shop', '__typename', '_as_0_id'];
const conditions = [' @include(if: $yes)', ' @skip(if: $no)', ' @include(if: $no)', ' @skip(if: true)'];
const literals: Readonly<Record<string, readonly string[]>> = {
  first: ['1', '0', '$first'],
  from: ['1'],
  id: ['"b2"', '"f1"', '"none"'],
  isbn: ['"i3"', '"none"'],
  text: ['"x"'],
};

/** Numbers from 0 to below 1, always the same for one seed. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    // Mulberry32, by Tommy Ettinger, in the public domain.
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A valid operation on any part of a schema; it may use `$yes`, `$no` and `$first`. */
export function randomOperation(
  schema: GraphQLSchema,
  kind: 'query' | 'mutation',
  random: () => number,
): string {
  const root = schema.getRootType(kind as OperationTypeNode);
  if (!root) throw new Error(`there is no ${kind}`);
  for (;;) {
    const depth = 2 + Math.floor(random() * 4);
    const text = withVariables(kind, new Writer(schema, random).selections(root, depth));
    if (validate(schema, parse(text)).length === 0) return text;
  }
}

const variables = ['$yes: Boolean!', '$no: Boolean = false', '$first: Int'];

function withVariables(kind: string, selections: string): string {
  const used = variables.filter((variable) => selections.includes(variable.slice(0, variable.indexOf(':'))));
  return `${kind} ${used.length > 0 ? `(${used.join(', ')})` : ''} ${selections}`;
}

class Writer {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly random: () => number,
  ) {}

  selections(type: GraphQLCompositeType, depth: number): string {
    const count = 1 + Math.floor(this.random() * 4);
    return `{ ${Array.from({ length: count }, () => this.selection(type, depth)).join(' ')} }`;
  }

  private selection(type: GraphQLCompositeType, depth: number): string {
    if (this.chance(0.1)) return '__typename';
    if (depth > 0 && (isUnionType(type) || this.chance(0.2))) return this.fragment(type, depth);
    const fields = isUnionType(type) ? [] : Object.values(type.getFields());
    const field = this.pick(fields.filter((each) => depth > 0 || !isCompositeType(getNamedType(each.type))));
    return field ? this.field(field, depth) : '__typename';
  }

  private field({ name, args, type }: GraphQLField<unknown, unknown>, depth: number): string {
    const named = getNamedType(type);
    const alias = this.chance(0.25) ? `${this.pick([...aliases, name])}: ` : '';
    const inOrder = this.chance(0.5) ? args : args.toReversed();
    const given = inOrder.filter(() => this.chance(0.5)).map((each) => this.argument(each));
    const below = isCompositeType(named) ? ` ${this.selections(named, depth - 1)}` : '';
    return `${alias}${name}${given.length > 0 ? `(${given.join(', ')})` : ''}${this.condition()}${below}`;
  }

  private argument({ name }: GraphQLArgument): string {
    return `${name}: ${this.pick(literals[name] ?? ['"x"'])}`;
  }

  private fragment(type: GraphQLCompositeType, depth: number): string {
    const possible = isAbstractType(type) ? this.schema.getPossibleTypes(type) : [type];
    const interfaces = possible.flatMap((each) => ('getInterfaces' in each ? each.getInterfaces() : []));
    const narrowed = this.pick([...possible, ...interfaces]) ?? type;
    return `... on ${narrowed.name}${this.condition()} ${this.selections(narrowed, depth - 1)}`;
  }

  private condition(): string {
    return this.chance(0.15) ? (this.pick(conditions) ?? '') : '';
  }

  private chance(probability: number): boolean {
    return this.random() < probability;
  }

  private pick<Item>(items: readonly Item[]): Item | undefined {
    return items[Math.floor(this.random() * items.length)];
  }
}
