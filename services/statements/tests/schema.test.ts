import { describe, expect, it } from '@jest/globals';
import { isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { definition } from '../src/index.js';

const { schema, undeclared } = definition.schema;

describe('the schema', () => {
  it('declares a policy for every way in', () => {
    expect(undeclared).toEqual([]);
  });

  it('describes every type, field, argument and value', () => {
    const silent = Object.values(schema.getTypeMap())
      .filter(({ name }) => !/^_|^(Query|Mutation|Subscription|ID|link__|federation__)/.test(name))
      .flatMap((type) => {
        const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
        return [
          type,
          ...fields,
          ...fields.flatMap(({ args }) => args),
          ...(isInputObjectType(type) ? Object.values(type.getFields()) : []),
          ...(isEnumType(type) ? type.getValues() : []),
        ].map((part) => ({ type: type.name, part: part.name, description: part.description }));
      })
      .filter(({ description }) => !description);
    expect(silent).toEqual([]);
  });
});
