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

/**
 * Gateways send a few hundred different operations; hostile ones could send any number, and long ones: a compiled
 * operation weighs some fifty times its text. In UTF-16 code units but the first.
 */
const kept = { most: 1_000, characters: 500_000, longest: 20_000 };

/**
 * Operations validated and compiled once (graphql-jit), found again by document or by text. Compiling costs
 * milliseconds, running a compiled one a fraction of walking the document again.
 */
export class Operations {
  readonly #byDocument = new WeakMap<DocumentNode, Map<string, Operation>>();
  readonly #byText = new Map<string, Operation>();
  #characters = 0;

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
    if (key.length <= kept.longest) this.remember(key, operation);
    return operation;
  }

  private remember(key: string, operation: Operation): void {
    this.#characters += this.#byText.delete(key) ? 0 : key.length;
    this.#byText.set(key, operation);
    for (const oldest of this.#byText.keys()) {
      if (this.#byText.size <= kept.most && this.#characters <= kept.characters) return;
      this.#byText.delete(oldest);
      this.#characters -= oldest.length;
    }
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
