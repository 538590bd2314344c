import type { DocumentNode, GraphQLSchema } from 'graphql';
import type { ParsedOperation, PreparedOperation } from '../operations/prepare-operation.js';
import { answerShape, type BuildValue } from './answer-shape.js';
import { decidedOperation, decidingVariables } from './decided-operation.js';
import type { PreparedPlan } from './plan-run.js';
import { plannableOperation } from './plannable-operation.js';
import type { PlanOperation } from './planner.js';
import type { SafeNames } from './safe-names.js';

/** What is worked out of an operation before it can run: which fetches it needs, and what its answer looks like. */
export interface Execution {
  readonly plan: PreparedPlan;
  readonly build: BuildValue;
  readonly names: SafeNames;
}

/**
 * Executions are made once per operation, and once per combination of values that its `@skip` and `@include` look at.
 * They are kept as long as the operation itself.
 */
export function createExecutions(
  schema: GraphQLSchema,
  planOperation: PlanOperation,
  namesIn: (document: DocumentNode) => SafeNames,
) {
  const known = new WeakMap<ParsedOperation, Variants>();

  const prepare = async (parsed: ParsedOperation, variables: Variables): Promise<Execution> => {
    const document = decidedOperation(parsed.document, variables);
    const names = namesIn(document);
    const build = answerShape(schema, parsed.type, document, names);
    return { plan: await planOperation(plannableOperation(document, names)), build, names };
  };

  return ({ parsed, variables }: PreparedOperation): Promise<Execution> => {
    const variants = known.get(parsed) ?? new Variants(parsed);
    known.set(parsed, variants);
    return variants.get(variables, () => prepare(parsed, variables));
  };
}

type Variables = PreparedOperation['variables'];

/** Of one operation; whoever has more of them tries all combinations of many conditions. */
const mostVariants = 16;

class Variants {
  readonly #deciding: readonly string[];
  readonly #known = new Map<string, Promise<Execution>>();

  constructor({ document }: ParsedOperation) {
    this.#deciding = decidingVariables(document);
  }

  /** Whoever asks for the same meanwhile waits for it as well; what failed is tried anew the next time. */
  get(variables: Variables, prepare: () => Promise<Execution>): Promise<Execution> {
    const key = this.#deciding.map((name) => variables[name]).join();
    const known = this.#known.get(key);
    if (known) return known;
    const prepared = prepare();
    if (this.#known.size < mostVariants) this.#known.set(key, prepared);
    prepared.catch(() => this.#known.delete(key));
    return prepared;
  }
}
