import { type GraphQLSchema, Kind, visit } from 'graphql';
import type { ParsedOperation, PreparedOperation } from '../prepare-operation.js';
import { answerShape, type BuildValue } from './answer-shape.js';
import type { Data } from './query-plan.js';

/** The data of an operation's answer, from all that its plan fetched. */
export type BuildAnswer = (operation: PreparedOperation, fetched: Data) => Data | null;

/** Of one operation; more than these would be somebody trying all combinations of many conditions. */
const mostShapes = 8;

/** Shapes are made once per operation, and once per combination of what its `@skip` and `@include` say. */
export function createBuildAnswer(schema: GraphQLSchema): BuildAnswer {
  const known = new WeakMap<ParsedOperation, KnownShapes>();

  return ({ parsed, variables }, fetched) => {
    const { conditions, shapes } = known.get(parsed) ?? remember(parsed, known);
    const key = conditions.map((name) => variables[name]).join();
    const build = shapes.get(key) ?? answerShape(schema, parsed, variables);
    if (shapes.size < mostShapes) shapes.set(key, build);
    return build(fetched) as Data | null;
  };
}

interface KnownShapes {
  readonly conditions: readonly string[];
  readonly shapes: Map<string, BuildValue>;
}

function remember(parsed: ParsedOperation, known: WeakMap<ParsedOperation, KnownShapes>): KnownShapes {
  const entry = { conditions: conditionsOf(parsed), shapes: new Map<string, BuildValue>() };
  known.set(parsed, entry);
  return entry;
}

/** The variables that decide what is asked for. */
function conditionsOf({ document }: ParsedOperation): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive({ name, arguments: given = [] }) {
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}
