import { type Data, isData } from './data.js';
import type { FlattenNodePathSegment } from './query-plan.js';
import type { TypeConditions } from './type-conditions.js';

/** Where something stands in the answer: response names, and indexes of lists. */
export type AnswerPath = (string | number)[];

/** @param at changes while walking: copy it to keep it */
export type VisitObject = (object: Data, at: Readonly<AnswerPath>) => void;

/** Visits every object at one path of a plan. */
export type WalkPath = (data: Data, visit: VisitObject) => void;

/**
 * Prepares the walk along a path such as `statement.signatures.edges.@.node.organisation`, where `@` stands for
 * every item of a list.
 */
export function walkPath(path: readonly FlattenNodePathSegment[], types: TypeConditions): WalkPath {
  const visitLast = (value: unknown, visit: VisitObject, at: AnswerPath) => {
    if (isData(value)) visit(value, at);
    else eachItem(value, at, (item) => visitLast(item, visit, at));
  };
  const walk = path.reduceRight<Walk>((next, segment) => stepOf(segment, next, types), visitLast);
  return (data, visit) => walk(data, visit, []);
}

type Walk = (value: unknown, visit: VisitObject, at: AnswerPath) => void;

function stepOf(segment: FlattenNodePathSegment, next: Walk, types: TypeConditions): Walk {
  if (segment === '@') {
    return (value, visit, at) => eachItem(value, at, (item) => next(item, visit, at));
  }
  const enter = 'Field' in segment ? field(segment.Field, next) : narrow(segment.TypeCondition, next, types);
  const step: Walk = (value, visit, at) => {
    if (isData(value)) enter(value, visit, at);
    else eachItem(value, at, (item) => step(item, visit, at));
  };
  return step;
}

type Enter = (object: Data, visit: VisitObject, at: AnswerPath) => void;

function field(name: string, next: Walk): Enter {
  return (object, visit, at) => {
    at.push(name);
    next(object[name], visit, at);
    at.pop();
  };
}

function narrow(conditions: readonly string[], next: Walk, types: TypeConditions): Enter {
  return (object, visit, at) => {
    if (types.isOneOf(object, conditions)) next(object, visit, at);
  };
}

function eachItem(value: unknown, at: AnswerPath, enter: (item: unknown) => void): void {
  if (!Array.isArray(value)) return;
  for (let index = 0; index < value.length; index += 1) {
    at.push(index);
    enter(value[index]);
    at.pop();
  }
}
