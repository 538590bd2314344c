import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getNamedType, isLeafType, isObjectType } from 'graphql';
import { definition, seedRegistry } from '../src/index.js';
import { Workbench } from './workbench.js';

let bench: Workbench;
const id = randomUUID();

beforeAll(async () => {
  bench = await Workbench.start();
  const organisation = { id, slug: 'rede', name: 'Rede', country: 'PT', website: 'https://rede.example' };
  await bench.test.subgraph.service.once('seed', (unit, emit) =>
    seedRegistry(unit, emit, { organisations: [organisation], coalitions: [], memberships: [] }),
  );
});

afterAll(() => bench.stop());

/** Every field of an organisation that can be asked for by its name alone. */
function plainFields(): string[] {
  const organisation = definition.schema.schema.getType('Organisation');
  if (!isObjectType(organisation)) throw new Error('there are no organisations');
  return Object.values(organisation.getFields())
    .filter(({ type, args }) => isLeafType(getNamedType(type)) && args.length === 0)
    .map(({ name }) => name);
}

async function referred(selection: string, ids: readonly string[] = [id], fragments = '') {
  const representations = ids.map((each) => ({ __typename: 'Organisation', id: each }));
  const { _entities } = await bench.test.data<{ _entities: unknown[] }>(
    `query ($representations: [_Any!]!) { _entities(representations: $representations) { ${selection} } } ${fragments}`,
    { variables: { representations } },
  );
  return _entities;
}

describe('a reference to an organisation', () => {
  it.each(plainFields())('gives its %s, beside what lists show and alone', async (field) => {
    const { organisation } = await bench.test.data<{ organisation: Record<string, unknown> }>(
      `{ organisation(slug: "rede") { ${field} } }`,
    );
    expect(await referred(`... on Organisation { ${field} }`)).toEqual([organisation]);
    const [beside] = await referred(
      '... on Organisation { id slug name country ...More }',
      [id],
      `fragment More on Organisation { ... @include(if: true) { ${field} } slug }`,
    );
    expect(beside).toEqual({ id, slug: 'rede', name: 'Rede', country: 'PT', ...organisation });
  });

  it('gives null where nothing is meant, in the order of the references', async () => {
    const [none, known, malformed] = await referred('... on Organisation { name }', [randomUUID(), id, 'x']);
    expect([none, known, malformed]).toEqual([null, { name: 'Rede' }, null]);
  });
});
