import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

/** Values for arguments that must be given, by `Type.field(argument)`; of some, one after the other is tried. */
export type RequiredArguments = Readonly<Record<string, readonly unknown[]>>;

/** Steps from one type to another; a connection with its edges is one step. */
const longestWalk = 4;

const pageSize = 5;

/**
 * A query for everything that can be reached from the root fields, by the shortest ways, which end with all plain fields
 * of where they come to.
 */
export function walkQueries(schema: GraphQLSchema, required: RequiredArguments, leftOut: string[]): string[] {
  return shortest(walks(schema, required, leftOut)).map(({ query }) => query);
}

/** All ways of so many steps are walked; 4 takes minutes. */
const stepsInFull = Number(process.env['WALK_STEPS'] ?? 2);

/** All ways of few steps, and to each field the shortest ones. */
export function shortest(all: readonly Walk[]): Walk[] {
  const least = new Map<string, number>();
  for (const { fields } of all) {
    const last = fields.at(-1) ?? '';
    least.set(last, Math.min(fields.length, least.get(last) ?? Number.POSITIVE_INFINITY));
  }
  return all.filter(
    ({ fields }) => fields.length <= stepsInFull || fields.length === least.get(fields.at(-1) ?? ''),
  );
}

/** One way through the graph. */
export interface Walk {
  readonly query: string;
  /** The fields that lead there, as `Type.field`, from the root. */
  readonly fields: readonly string[];
}

/** One for each way that leads through no type twice. */
export function walks(
  schema: GraphQLSchema,
  required: RequiredArguments,
  leftOut: readonly string[],
): Walk[] {
  const root = schema.getQueryType();
  if (!root) throw new Error('The schema has no queries');
  return waysFrom(root, [root.name, ...leftOut], required, longestWalk).map(({ selection, fields }) => ({
    query: `{ ${selection} }`,
    fields,
  }));
}

export interface Way {
  readonly selection: string;
  readonly fields: readonly string[];
}

/** Selections for everything that can be reached from a type in so many steps; the first is of its own plain fields. */
export function walksFrom(type: GraphQLObjectType, required: RequiredArguments, steps: number): Way[] {
  const own = { selection: plainFields(type), fields: [] };
  return [own, ...waysFrom(type, [type.name, 'Query'], required, steps)];
}

function waysFrom(
  type: GraphQLObjectType,
  passed: readonly string[],
  required: RequiredArguments,
  steps: number,
): Way[] {
  if (steps === 0) return [];
  return Object.values(type.getFields()).flatMap((field) => {
    const target = targetOf(field);
    if (!target || passed.includes(target.type.name)) return [];
    const beyond = waysFrom(target.type, [...passed, target.type.name], required, steps - 1);
    const passing = `${type.name}.${field.name}`;
    return callsOf(type, field, required).flatMap((call) =>
      [{ selection: plainFields(target.type), fields: [] }, ...beyond].map(({ selection, fields }) => ({
        selection: `${call} { ${target.wrap(selection)} }`,
        fields: [passing, ...fields],
      })),
    );
  });
}

interface Target {
  readonly type: GraphQLObjectType;
  /** Puts a selection of the type where the field's own type has it. */
  wrap(selection: string): string;
}

/** What a field leads to: for a connection, the node of its edges. */
function targetOf(field: GraphQLField<unknown, unknown>): Target | null {
  const type = getNamedType(field.type);
  if (!isObjectType(type)) return null;
  if (!type.name.endsWith('Connection')) return { type, wrap: (selection) => selection };
  const edge = getNamedType(type.getFields()['edges']?.type);
  const node = isObjectType(edge) ? getNamedType(edge.getFields()['node']?.type) : null;
  if (!isObjectType(node)) throw new Error(`${type.name} has no nodes`);
  const total = type.getFields()['totalCount'] ? 'totalCount' : '';
  const page = 'pageInfo { startCursor endCursor hasNextPage hasPreviousPage }';
  return { type: node, wrap: (selection) => `${total} ${page} edges { cursor node { ${selection} } }` };
}

/** All plain fields of a type that need no arguments. */
export function plainFields(type: GraphQLObjectType): string {
  const plain = Object.values(type.getFields()).filter((field) => isLeafType(getNamedType(field.type)));
  return ['__typename', ...plain.map(({ name }) => name)].join(' ');
}

function callsOf(
  { name: type }: GraphQLObjectType,
  { name, args }: GraphQLField<unknown, unknown>,
  required: RequiredArguments,
): string[] {
  const paged = args.some((arg) => arg.name === 'first') ? [`first: ${pageSize}`] : [];
  const needed = args
    .map((arg) => ({ arg, values: required[`${type}.${name}(${arg.name})`] }))
    .filter(({ arg, values }) => isRequiredArgument(arg) || values);
  const choices = needed.map(({ arg, values }) => {
    if (!values) throw new Error(`What should ${type}.${name}(${arg.name}) be?`);
    return values.map((value) => `${arg.name}: ${JSON.stringify(value)}`);
  });
  const given = needed.some(({ arg }) => arg.name === 'first') ? [] : paged;
  return combinations(choices).map((chosen) => called(name, [...chosen, ...given]));
}

/** One of each, in every way. */
function combinations(choices: readonly (readonly string[])[]): string[][] {
  return choices.reduce<string[][]>(
    (chosen, next) => chosen.flatMap((before) => next.map((one) => [...before, one])),
    [[]],
  );
}

function called(name: string, args: readonly string[]): string {
  return args.length === 0 ? name : `${name}(${args.join(', ')})`;
}

/** Names of the object types that are reached from a type, and of their fields. */
export function reachable(type: GraphQLObjectType, leftOut: readonly string[]): Map<string, string[]> {
  const reached = new Map<string, string[]>();
  const visit = (visited: GraphQLObjectType) => {
    if (reached.has(visited.name)) return;
    const fields = Object.values(visited.getFields()).filter(
      (field) => !leftOut.includes(`${visited.name}.${field.name}`),
    );
    reached.set(
      visited.name,
      fields.map(({ name }) => name),
    );
    for (const field of fields) {
      const target = getNamedType(field.type);
      if (isObjectType(target)) visit(target);
    }
  };
  visit(type);
  return reached;
}
