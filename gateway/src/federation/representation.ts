import { type Data, isData } from './data.js';
import type { RequiresSelection } from './query-plan.js';
import type { TypeConditions } from './type-conditions.js';

/**
 * What a subgraph is sent to recognise an entity: its type, its key, and what `@requires` asks for. `undefined` where
 * the answer so far does not hold all of that, as another subgraph failed, or where the entity is of another type.
 */
export type Represent = (entity: Data, variables: Data) => Data | undefined;

export function representation(requires: readonly RequiresSelection[], types: TypeConditions): Represent {
  return (entity, variables) => {
    if (typeof entity['__typename'] !== 'string') return undefined;
    const representation = project(requires, entity, entity['__typename'], variables, types);
    if (!representation || !identifies(representation)) return undefined;
    representation['__typename'] ??= entity['__typename'];
    return representation;
  };
}

function identifies(representation: Data): boolean {
  return Object.keys(representation).some((name) => name !== '__typename' && representation[name] !== null);
}

/** `undefined` where a field is not there. */
function project(
  selections: readonly RequiresSelection[],
  object: Data,
  typename: string | undefined,
  variables: Data,
  types: TypeConditions,
): Data | undefined {
  const projected: Data = {};
  for (const selection of selections) {
    if (selection.kind === 'FragmentSpread') throw new Error('a plan requires a fragment by name');
    if (selection.kind === 'Field') {
      const value = requiredValue(selection, object, variables, types);
      if (value === undefined) return undefined;
      projected[selection.alias ?? selection.name] = value;
    } else if (isMeant(selection, typename, variables, types)) {
      const inside = project(selection.selections, object, typename, variables, types);
      if (!inside) return undefined;
      Object.assign(projected, inside);
    }
  }
  return projected;
}

type RequiredField = Extract<RequiresSelection, { kind: 'Field' }>;
type RequiredFragment = Extract<RequiresSelection, { kind: 'InlineFragment' }>;

function isMeant(
  { typeCondition, skipIf, includeIf }: RequiredFragment,
  typename: string | undefined,
  variables: Data,
  types: TypeConditions,
): boolean {
  if (skipIf !== undefined && variables[skipIf] === true) return false;
  if (includeIf !== undefined && variables[includeIf] !== true) return false;
  return typename === undefined || types.applies(typename, typeCondition);
}

function requiredValue(
  { name, alias, selections }: RequiredField,
  object: Data,
  variables: Data,
  types: TypeConditions,
): unknown {
  const value = object[name] === undefined && alias !== undefined ? object[alias] : object[name];
  return selections ? projectValue(selections, value, variables, types) : value;
}

function projectValue(
  selections: readonly RequiresSelection[],
  value: unknown,
  variables: Data,
  types: TypeConditions,
): unknown {
  if (Array.isArray(value)) return value.map((item) => projectValue(selections, item, variables, types));
  if (!isData(value)) return value;
  const typename = value['__typename'];
  return project(selections, value, typeof typename === 'string' ? typename : undefined, variables, types);
}
