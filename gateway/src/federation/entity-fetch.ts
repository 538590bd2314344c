import type { ExecutionResult, GraphQLError } from 'graphql';
import { type Data, isData } from './data.js';
import { locatedAt } from './locate-error.js';
import { mergeData } from './merge-data.js';
import { addError, type PlanRun, type PlanStep } from './plan-run.js';
import type { FetchRewrite, FlattenNodePathSegment, RequiresSelection } from './query-plan.js';
import { type Represent, representation } from './representation.js';
import { type Rewrite, rewriting } from './rewrite.js';
import type { SubgraphCall } from './subgraph-call.js';
import type { TypeConditions } from './type-conditions.js';
import { type AnswerPath, type WalkPath, walkPath } from './walk-path.js';

/** One field `_entities` of a fetch: which objects of the answer it is about, and what is sent of them. */
export interface EntitiesField {
  /** Its response name. */
  readonly name: string;
  /** The variable that carries the representations; fields of one fetch may share it. */
  readonly variable: string;
  readonly paths: readonly (readonly FlattenNodePathSegment[])[];
  readonly requires: readonly RequiresSelection[];
  readonly inputRewrites?: readonly FetchRewrite[] | undefined;
  readonly outputRewrites?: readonly FetchRewrite[] | undefined;
}

/** Completes the entities at some paths of the answer with what one subgraph knows of them, in one request. */
export function entityFetch(
  call: SubgraphCall,
  fields: readonly EntitiesField[],
  types: TypeConditions,
): PlanStep {
  const prepared = fields.map((field) => prepare(field, types));
  return async (run) => {
    if (run.context.signal.aborted) return;
    const sent = new Map<string, Representations>();
    const asked = prepared.map((field) => collect(field, run, sent));
    if (asked.every(({ targets }) => targets.length === 0)) return;
    const variables: Data = {};
    for (const [name, { list }] of sent) variables[name] = list;
    const result = await call.execute(run, variables);
    takeErrors(run, asked, result);
    for (const each of asked) takeEntities(each, result.data, types);
  };
}

interface PreparedField {
  readonly name: string;
  readonly variable: string;
  readonly walks: readonly WalkPath[];
  readonly represent: Represent;
  readonly rewriteSent: Rewrite | undefined;
  readonly rewriteReceived: Rewrite | undefined;
  /** The response names on the way, for errors that name no entity. */
  readonly fallback: readonly string[];
}

function prepare(field: EntitiesField, types: TypeConditions): PreparedField {
  const [first = []] = field.paths;
  return {
    name: field.name,
    variable: field.variable,
    walks: field.paths.map((path) => walkPath(path, types)),
    represent: representation(field.requires, types),
    rewriteSent: rewriting(field.inputRewrites, types),
    rewriteReceived: rewriting(field.outputRewrites, types),
    fallback: first.flatMap((segment) => (segment !== '@' && 'Field' in segment ? [segment.Field] : [])),
  };
}

/** The representations of one variable: each entity once, however often it stands in the answer. */
interface Representations {
  readonly list: Data[];
  readonly indexes: Map<string, number>;
}

/** An object to complete, and which representation speaks for it. */
interface Target {
  readonly object: Data;
  readonly index: number;
}

interface AskedField {
  readonly field: PreparedField;
  readonly targets: readonly Target[];
}

function collect(field: PreparedField, run: PlanRun, sent: Map<string, Representations>): AskedField {
  const known = sent.get(field.variable) ?? { list: [], indexes: new Map() };
  sent.set(field.variable, known);
  const targets: Target[] = [];
  for (const walk of field.walks) {
    walk(run.data, (object) => {
      const represented = field.represent(object, run.variables);
      if (!represented) return;
      field.rewriteSent?.(represented);
      targets.push({ object, index: indexOf(represented, known) });
    });
  }
  return { field, targets };
}

function indexOf(represented: Data, { list, indexes }: Representations): number {
  const key = JSON.stringify(represented);
  const known = indexes.get(key);
  if (known !== undefined) return known;
  indexes.set(key, list.length);
  return list.push(represented) - 1;
}

function takeEntities(
  { field, targets }: AskedField,
  data: ExecutionResult['data'],
  types: TypeConditions,
): void {
  const entities = data?.[field.name];
  if (!Array.isArray(entities)) return;
  if (field.rewriteReceived) for (const entity of entities) if (isData(entity)) field.rewriteReceived(entity);
  for (const { object, index } of targets) {
    const entity: unknown = entities[index];
    if (isData(entity)) mergeData(object, entity, types.objectTypes);
  }
}

/** An error of one entity is told of every place where that entity stands. */
function takeErrors(run: PlanRun, asked: readonly AskedField[], { errors }: ExecutionResult): void {
  for (const error of errors ?? []) {
    for (const path of placesOf(error, run, asked)) addError(run, locatedAt(error, path));
  }
}

function placesOf({ path }: GraphQLError, run: PlanRun, asked: readonly AskedField[]): AnswerPath[] {
  const [name, index, ...below] = path ?? [];
  const about = asked.find(({ field }) => field.name === name);
  const places = about && typeof index === 'number' ? placesOfEntity(about, index, run) : [];
  if (places.length > 0) return places.map((place) => [...place, ...below]);
  return [[...((about ?? asked[0])?.field.fallback ?? [])]];
}

/** Walks again, as hardly any fetch has errors. */
function placesOfEntity({ field, targets }: AskedField, index: number, run: PlanRun): AnswerPath[] {
  const meant = new Set(targets.filter((target) => target.index === index).map(({ object }) => object));
  const places: AnswerPath[] = [];
  for (const walk of field.walks) {
    walk(run.data, (object, at) => {
      if (meant.has(object)) places.push([...at]);
    });
  }
  return places;
}
