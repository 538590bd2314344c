import { readFile } from 'node:fs/promises';
import { buildASTSchema, type GraphQLObjectType, isObjectType, parse } from 'graphql';
import { serviceNames } from '../../src/assembly/subgraphs.js';
import { walksFrom } from '../whole-hub/schema-walk.js';
import type { Ground } from './access-people.js';
import type { HiddenThings } from './hidden-things.js';

/** What a gateway may ask one subgraph about one thing. */
export interface EntityQuestion {
  readonly service: (typeof serviceNames)[number];
  /** Where it leads: `service._entities`, or the last field passed, as `Type.field`. */
  readonly field: string;
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

const steps = 1;

const given = {
  'Statement.revision(number)': [1, 2],
  'Statement.difference(from)': [1],
  'Statement.difference(to)': [2],
  'Statement.translation(language)': ['es'],
  'Organisation.similar(first)': [5],
  'Query.coalition(slug)': [],
};

/** All that can be asked by id, in every subgraph, of what is hidden and what it belongs to. */
export async function entityQuestions(ground: Ground, things: HiddenThings): Promise<EntityQuestion[]> {
  const ids: Readonly<Record<string, readonly string[]>> = {
    Statement: Object.values(things.statements).map(({ statementId }) => statementId),
    Revision: things.revisionIds,
    Organisation: [ground.memberId, ground.coAuthorId, ground.outsideId],
    Coalition: [ground.coalitionId, ground.otherCoalitionId],
  };
  const questions = await Promise.all(
    serviceNames.map(async (service) => {
      const types = await entitiesOf(service);
      return types.flatMap((type) =>
        (ids[type.name] ?? []).flatMap((id) => questionsAbout(service, type, id)),
      );
    }),
  );
  return questions.flat();
}

function questionsAbout(
  service: EntityQuestion['service'],
  type: GraphQLObjectType,
  id: string,
): EntityQuestion[] {
  const variables = { representations: [{ __typename: type.name, id }] };
  return walksFrom(type, given, steps).map(({ selection, fields }) => ({
    service,
    field: fields.at(-1) ?? `${service}._entities`,
    query: `query ($representations: [_Any!]!) {
      _entities(representations: $representations) { ... on ${type.name} { ${selection} } } }`,
    variables,
  }));
}

/** Types that a subgraph finds by id. */
async function entitiesOf(service: string): Promise<GraphQLObjectType[]> {
  const file = new URL(`../../../schema/subgraphs/${service}.graphql`, import.meta.url);
  const schema = buildASTSchema(parse(await readFile(file, 'utf8')), { assumeValidSDL: true });
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ astNode }) =>
      astNode?.directives?.some(
        ({ name, arguments: given = [] }) =>
          name.value === 'key' && !given.some((argument) => argument.name.value === 'resolvable'),
      ),
    );
}
