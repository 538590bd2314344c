import { describe, expect, it } from '@jest/globals';
import { type GraphQLArgument, isEnumType, isInputObjectType, isObjectType } from 'graphql';
import { definition } from '../src/index.js';

const { schema, undeclared } = definition.schema;
const own = Object.values(schema.getTypeMap()).filter(
  ({ name }) => !name.startsWith('_') && name !== 'Query',
);

describe('the schema', () => {
  it('declares a policy for every way in', () => {
    expect(undeclared).toEqual([]);
  });

  it('describes every type, field, argument and value', () => {
    const bare: string[] = [];
    for (const type of own) {
      if (isEnumType(type)) {
        bare.push(
          ...type.getValues().flatMap((value) => (value.description ? [] : `${type.name}.${value.name}`)),
        );
      }
      if (!isObjectType(type) && !isInputObjectType(type)) continue;
      for (const field of Object.values(type.getFields())) {
        if (!field.description) bare.push(`${type.name}.${field.name}`);
        const args: readonly GraphQLArgument[] = 'args' in field ? field.args : [];
        bare.push(
          ...args.flatMap((arg) => (arg.description ? [] : `${type.name}.${field.name}(${arg.name})`)),
        );
      }
      if (!type.description && type.name !== 'Mutation') bare.push(type.name);
    }
    expect(bare).toEqual([]);
  });

  it('has no place for a representative, a form’s new organisation, a reporter or a confidential signer', () => {
    expect(definition.schema.sdl).not.toMatch(
      /representative|reportedBy|NewOrganisation|signConfidentially/i,
    );
  });
});
