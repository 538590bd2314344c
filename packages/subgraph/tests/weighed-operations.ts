import { checkOperation, limitsFor, type OperationLimits } from '@coalition-hub/subgraph';
import { type GraphQLError, parse, validate } from 'graphql';
import { definition } from './toy-service/toy-service.js';

export const { schema } = definition.schema;
export const signedOut = limitsFor(null);

export interface Asked {
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
  readonly limits?: OperationLimits;
}

/** As a gateway does it: parse within the tokens allowed, validate, check. */
export function complaints(
  source: string,
  { variables = {}, operationName, limits = signedOut }: Asked = {},
): readonly GraphQLError[] {
  try {
    const document = parse(source, { maxTokens: limits.maxTokens });
    const invalid = validate(schema, document);
    return invalid.length > 0
      ? invalid
      : checkOperation({ schema, document, variables, operationName }, limits);
  } catch (error) {
    return [error as GraphQLError];
  }
}

/** A page of notes, and what is asked of each. */
export const notes = (first: string, inside = 'edges { node { title } }') =>
  `notes(boardId: "b", first: ${first}) { ${inside} }`;
export const repeated = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => make(i)).join(' ');
