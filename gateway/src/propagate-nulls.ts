import type { GraphQLSchema } from 'graphql';
import { type AnswerShape, answerShape } from './answer-shape.js';
import type { ParsedOperation } from './prepare-operation.js';

type Data = Record<string, unknown>;

/**
 * Carries nulls up to the nearest place where they are allowed (GraphQL specification, "Handling Execution
 * Errors"). The plan executor does so within one object only when another subgraph fails. Changes `data`.
 */
export function propagateNulls(schema: GraphQLSchema, operation: ParsedOperation, data: Data): Data | null {
  return isAllowed(data, answerShape(schema, operation)) ? data : null;
}

/** False where the value has to become null, for a null inside it that is not allowed. */
function isAllowed(value: unknown, shape: AnswerShape): boolean {
  if (shape.kind === 'leaf') return true;
  return shape.kind === 'list'
    ? isListAllowed(value as unknown[], shape.item)
    : isObjectAllowed(value as Data, shape);
}

function isObjectAllowed(data: Data, { fields }: AnswerShape & { kind: 'object' }): boolean {
  for (const { name, nonNull, shape } of fields) {
    let value = data[name];
    // A field that is absent belongs to another type than this object's.
    if (value === undefined) continue;
    if (value !== null && !isAllowed(value, shape)) value = data[name] = null;
    if (value === null && nonNull) return false;
  }
  return true;
}

function isListAllowed(
  list: unknown[],
  { nonNull, shape }: { nonNull: boolean; shape: AnswerShape },
): boolean {
  for (let index = 0; index < list.length; index++) {
    let item = list[index];
    if (item !== null && !isAllowed(item, shape)) item = list[index] = null;
    if (item === null && nonNull) return false;
  }
  return true;
}
