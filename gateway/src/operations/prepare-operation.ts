import { nameOfValue } from '@coalition-hub/subgraph/name-of-value';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  type OperationTypeNode,
  parse,
  separateOperations,
  validate,
} from 'graphql';
import { gatewayError } from './error-codes.js';
import { isIntrospection, mixesIntrospection, repeatsSchema } from './introspection.js';
import { OperationCache } from './operation-cache.js';
import { refuseOversized } from './refuse-oversized.js';
import { refuseWideValues } from './refuse-wide-values.js';

/** What a client asks for, whichever way it travelled. */
export interface OperationRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | undefined;
}

/** One valid operation with only the fragments it uses. */
export interface ParsedOperation {
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
  readonly type: OperationTypeNode;
  readonly name: string | undefined;
  readonly introspection: boolean;
  /** Its name and the text of the whole request: what is remembered of an operation is found, and weighed, by it. */
  readonly key: string;
}

export interface PreparedOperation {
  readonly parsed: ParsedOperation;
  /** Coerced by the public schema: defaults are filled in. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Throws one `GraphQLError`, or an array of them, for a request that cannot be executed. */
export type PrepareOperation = (request: OperationRequest) => PreparedOperation;

/**
 * Parses and validates against the public schema, remembering valid documents.
 * @param options.suggest whether complaints about values name what else there is in the schema
 */
export function createPrepareOperation(
  schema: GraphQLSchema,
  maxTokens: number,
  { suggest }: { readonly suggest: boolean } = { suggest: true },
): PrepareOperation {
  const documents = new OperationCache<ReadonlyMap<string, ParsedOperation>>();
  return (request) => {
    let operations = documents.get(request.query);
    if (!operations) {
      operations = parseOperations(schema, request.query, maxTokens);
      documents.set(request.query, operations);
    }
    const parsed = chooseOperation(operations, request.operationName);
    return { parsed, variables: coerceVariables(schema, parsed.definition, request.variables, suggest) };
  };
}

function parseOperations(schema: GraphQLSchema, query: string, maxTokens: number) {
  const located = parseLocated(query, maxTokens);
  refuseOversized(located);
  const errors = validate(schema, located, undefined, { maxErrors: 10 });
  if (errors.length > 0)
    throw errors.map((error) => withCode(named(error, located), 'GRAPHQL_VALIDATION_FAILED'));
  // Without locations a document takes a tenth of the memory; they were only needed to point at faults.
  const separated = separateOperations(parse(query, { noLocation: true }));
  return new Map(
    Object.entries(separated).map(([name, document]) => [name, parsedOperation(name, document, query)]),
  );
}

function parseLocated(query: string, maxTokens: number): DocumentNode {
  try {
    return parse(query, { maxTokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    if (error.message.includes(`more that ${maxTokens} tokens`)) {
      throw gatewayError('OPERATION_TOO_LARGE', `The document has more than ${maxTokens} tokens`);
    }
    throw withCode(error, 'GRAPHQL_PARSE_FAILED');
  }
}

function parsedOperation(name: string, document: DocumentNode, query: string): ParsedOperation {
  const definition = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (!definition) throw gatewayError('BAD_REQUEST', 'The document contains no operation');
  if (mixesIntrospection(definition, document)) {
    throw gatewayError('BAD_REQUEST', 'Ask for the schema (__schema, __type) in an operation of its own');
  }
  const introspection = isIntrospection(definition, document);
  if (introspection && repeatsSchema(definition, document)) {
    throw gatewayError('OPERATION_TOO_LARGE', 'Ask for the schema without aliases and lists within lists');
  }
  return {
    document,
    definition,
    type: definition.operation,
    name: name || undefined,
    introspection,
    key: `${name} ${query}`,
  };
}

function chooseOperation(operations: ReadonlyMap<string, ParsedOperation>, name: string | undefined) {
  if (name !== undefined) {
    const named = operations.get(name);
    if (named && name !== '') return named;
    throw gatewayError('BAD_REQUEST', 'The document contains no operation of that name');
  }
  const [only, ...others] = operations.values();
  if (!only) throw gatewayError('BAD_REQUEST', 'The document contains no operation');
  if (others.length > 0)
    throw gatewayError('BAD_REQUEST', 'Say which operation to run: operationName is missing');
  return only;
}

function coerceVariables(
  schema: GraphQLSchema,
  definition: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  suggest: boolean,
) {
  refuseWideValues(variables);
  const result = getVariableValues(schema, definition.variableDefinitions ?? [], variables, {
    maxErrors: 10,
    hideSuggestions: !suggest,
  });
  if (result.errors) throw result.errors.map((error) => withCode(error, 'BAD_USER_INPUT'));
  return result.coerced;
}

/** What a scalar refuses does not say of itself where it stands. */
function named(error: GraphQLError, document: DocumentNode): GraphQLError {
  const [node] = error.nodes ?? [];
  const name = error.extensions['code'] === 'BAD_USER_INPUT' && node ? nameOfValue(document, node) : null;
  if (name === null) return error;
  return new GraphQLError(`Value of "${name}": ${error.message}`, { nodes: error.nodes ?? null });
}

function withCode(error: GraphQLError, code: string): GraphQLError {
  const { message, nodes = null, source = null, positions = null } = error;
  return new GraphQLError(message, { nodes, source, positions, extensions: { code } });
}
