import {
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';

/** Something in a schema that has a name and may have a description. */
export interface SchemaPlace {
  readonly kind: 'type' | 'field' | 'argument' | 'value';
  readonly name: string;
  /** For instance `Query.statement(slug:)`. */
  readonly path: string;
  readonly description: string | null | undefined;
}

/** The types that the schema itself defines. */
export function ownTypes(schema: GraphQLSchema): GraphQLNamedType[] {
  return Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );
}

/** All types, fields, arguments, input fields and enum values that the schema itself defines. */
export function schemaPlaces(schema: GraphQLSchema): SchemaPlace[] {
  return ownTypes(schema).flatMap((type) => [place('type', type, type.name), ...members(type)]);
}

function members(type: GraphQLNamedType): SchemaPlace[] {
  if (isEnumType(type))
    return type.getValues().map((value) => place('value', value, `${type.name}.${value.name}`));
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).map((field) =>
      place('field', field, `${type.name}.${field.name}`),
    );
  }
  return isObjectType(type) || isInterfaceType(type) ? fieldsWithArguments(type) : [];
}

function fieldsWithArguments(type: GraphQLObjectType | GraphQLInterfaceType): SchemaPlace[] {
  return Object.values(type.getFields()).flatMap((field) => {
    const path = `${type.name}.${field.name}`;
    return [
      place('field', field, path),
      ...field.args.map((arg) => place('argument', arg, `${path}(${arg.name}:)`)),
    ];
  });
}

function place(
  kind: SchemaPlace['kind'],
  { name, description }: { name: string; description?: string | null | undefined },
  path: string,
): SchemaPlace {
  return { kind, name, path, description };
}
