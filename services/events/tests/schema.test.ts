import { expect, test } from '@jest/globals';
import { isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { definition } from '../src/index.js';

const { schema, undeclared } = definition.schema;

test('every root field and every reference resolver has a policy', () => {
  expect(undeclared).toEqual([]);
});

test('everything that clients see is described', () => {
  expect(undescribed()).toEqual([]);
});

interface Described {
  readonly name: string;
  readonly description?: string | null | undefined;
}

/** Federation's own types are not ours to describe. */
function undescribed(): string[] {
  const own = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('_'));
  return own.flatMap((type) => {
    if (isEnumType(type)) return bareOf(type.name, type.getValues());
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return [];
    const isRoot = ['Query', 'Mutation', 'Subscription'].includes(type.name);
    const fields = Object.values(type.getFields()).filter(({ name }) => !name.startsWith('_'));
    return [
      ...(isRoot || type.description ? [] : [type.name]),
      ...bareOf(type.name, fields),
      ...fields.flatMap((field) => ('args' in field ? bareOf(`${type.name}.${field.name}`, field.args) : [])),
    ];
  });
}

function bareOf(parent: string, parts: readonly Described[]): string[] {
  return parts.filter(({ description }) => !description).map(({ name }) => `${parent}.${name}`);
}
