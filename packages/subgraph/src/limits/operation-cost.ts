import {
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isListType,
  isNonNullType,
} from 'graphql';
import { type ComplexityEstimator, getComplexity } from 'graphql-query-complexity';
import { defaultPageSize, largestPageSize } from '../paging/page-args.js';

/** A list without a page size: members of unions, agenda items, co-authors. */
const plainListSize = 10;

/**
 * Counts the objects an operation may return. A page multiplies what stands below its edges; the page size is read
 * after variables were put in, so that `first: $n` costs what it asks for.
 */
const estimate: ComplexityEstimator = ({ args, childComplexity, field }) => {
  const type = getNamedType(field.type);
  if (!isCompositeType(type)) return 0;
  if (field.args.some(({ name }) => name === 'first')) return pageCost(args['first'], childComplexity);
  return (isList(field.type) && field.name !== 'edges' ? plainListSize : 1) * (1 + childComplexity);
};

function pageCost(first: unknown, childComplexity: number): number {
  const size =
    typeof first === 'number' ? Math.min(Math.max(first, 1), largestPageSize * 10) : defaultPageSize;
  return 1 + size * childComplexity;
}

function isList(type: unknown): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

const cached = new WeakMap<DocumentNode, Map<string, number>>();
const variantsKept = 100;

/**
 * Cost of an operation with its variables. Kept per document and per those variables that can change it: numbers and
 * truth values (`first`, `@include`). No input type holds a page size.
 */
export function operationCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  operationName: string | undefined,
): number {
  const variants = cached.get(document) ?? new Map<string, number>();
  cached.set(document, variants);
  const key = JSON.stringify([operationName, decisive(variables)]);
  const known = variants.get(key);
  if (known !== undefined) return known;
  const cost = computeCost(schema, document, variables, operationName);
  if (variants.size >= variantsKept) variants.clear();
  variants.set(key, cost);
  return cost;
}

function decisive(variables: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(variables).filter(([, value]) => typeof value === 'number' || typeof value === 'boolean'),
  );
}

function computeCost(
  schema: GraphQLSchema,
  query: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  operationName: string | undefined,
): number {
  return getComplexity({
    schema,
    query,
    variables: { ...variables },
    ...(operationName !== undefined && { operationName }),
    estimators: [estimate],
  });
}
