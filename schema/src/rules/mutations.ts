import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNullableType,
  isInputObjectType,
  isInterfaceType,
  isNonNullType,
  isUnionType,
} from 'graphql';

type MutationField = GraphQLField<unknown, unknown>;

/**
 * Every mutation takes one required `input` and answers with a union: its success type, named after it, and refusals
 * that all implement `interface Refusal { code: String! message: String! }`. So a client meets each outcome as a type.
 */
export function mutationFaults(schema: GraphQLSchema): string[] {
  const fields: MutationField[] = Object.values(schema.getMutationType()?.getFields() ?? {});
  if (fields.length === 0) return [];
  const faults = fields.flatMap((field) =>
    [...inputFaults(field), ...outcomeFaults(field)].map((fault) => `Mutation.${field.name} ${fault}`),
  );
  return [...refusalFaults(schema), ...faults];
}

function refusalFaults(schema: GraphQLSchema): string[] {
  const refusal = schema.getType('Refusal');
  if (!isInterfaceType(refusal))
    return ['Refusal is missing: interface Refusal { code: String! message: String! }'];
  return ['code', 'message']
    .filter((name) => String(refusal.getFields()[name]?.type) !== 'String!')
    .map((name) => `Refusal.${name} is not String!`);
}

function inputFaults({ name, args }: MutationField): string[] {
  const [input, ...others] = args;
  const taken = input?.name === 'input' && others.length === 0 && isNonNullType(input.type);
  if (!taken || !isInputObjectType(getNullableType(input.type)))
    return ['does not take exactly one required `input` object'];
  const expected = `${capitalised(name)}Input!`;
  return String(input.type) === expected ? [] : [`takes ${String(input.type)} instead of ${expected}`];
}

function outcomeFaults({ name, type }: MutationField): string[] {
  const outcome = getNullableType(type);
  if (!isUnionType(outcome))
    return [`returns ${String(type)}, which is not a union of its success and refusals`];
  const success = `${capitalised(name)}Success`;
  const members = outcome.getTypes();
  const missing = members.some((member) => member.name === success) ? [] : [`cannot return ${success}`];
  const strangers = members.filter((member) => (member.name === success) === isRefusal(member));
  return [...missing, ...strangers.map((member) => memberFault(member, success))];
}

function memberFault({ name }: GraphQLObjectType, success: string): string {
  return name === success
    ? `returns ${name}, which is a success and implements Refusal`
    : `returns ${name}, which is neither ${success} nor implements Refusal`;
}

function isRefusal(type: GraphQLObjectType): boolean {
  return type.getInterfaces().some(({ name }) => name === 'Refusal');
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
