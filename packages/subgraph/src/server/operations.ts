import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  print,
  validate,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { nameOfValue } from './name-of-value.js';

export type Operation =
  | { readonly kind: 'invalid'; readonly errors: readonly GraphQLError[] }
  | { readonly kind: 'query' | 'mutation'; readonly run: CompiledQuery['query'] }
  | { readonly kind: 'subscription' };

/** Gateways send a few hundred different operations; hostile ones could send any number. */
const kept = 1_000;

/**
 * Operations validated and compiled once (graphql-jit), found again by document or by text. Compiling costs
 * milliseconds, running a compiled one a fraction of walking the document again.
 */
export class Operations {
  readonly #byDocument = new WeakMap<DocumentNode, Map<string, Operation>>();
  readonly #byText = new Map<string, Operation>();

  constructor(private readonly schema: GraphQLSchema) {}

  find(document: DocumentNode, operationName: string | undefined, source: string | undefined): Operation {
    const name = operationName ?? '';
    const named = this.#byDocument.get(document) ?? new Map<string, Operation>();
    this.#byDocument.set(document, named);
    const operation = named.get(name) ?? this.findByText(document, name, source ?? print(document));
    named.set(name, operation);
    return operation;
  }

  private findByText(document: DocumentNode, name: string, text: string): Operation {
    const key = `${name}\n${text}`;
    const operation = this.#byText.get(key) ?? this.prepare(document, name);
    this.#byText.delete(key);
    this.#byText.set(key, operation);
    const oldest = this.#byText.keys().next();
    if (this.#byText.size > kept && !oldest.done) this.#byText.delete(oldest.value);
    return operation;
  }

  private prepare(document: DocumentNode, name: string): Operation {
    const errors = validate(this.schema, document);
    if (errors.length > 0)
      return { kind: 'invalid', errors: errors.map((error) => asValidationFailure(error, document)) };
    const node = getOperationAST(document, name || undefined);
    if (!node) return { kind: 'invalid', errors: [new GraphQLError('Unknown or ambiguous operation name.')] };
    if (node.operation === 'subscription') return { kind: 'subscription' };
    const compiled = compileQuery(this.schema, document, name || undefined, {
      disableLeafSerialization: false,
    });
    if (isCompiledQuery(compiled)) return { kind: node.operation, run: compiled.query };
    return { kind: 'invalid', errors: compiled.errors ?? [] };
  }
}

/** What a scalar refuses does not say of itself where it stands. */
function asValidationFailure(
  { message, nodes, extensions }: GraphQLError,
  document: DocumentNode,
): GraphQLError {
  const [node] = nodes ?? [];
  const name = extensions['code'] === 'BAD_USER_INPUT' && node ? nameOfValue(document, node) : null;
  return new GraphQLError(name === null ? message : `Value of "${name}": ${message}`, {
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
  });
}
