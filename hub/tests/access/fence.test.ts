import { randomUUID } from 'node:crypto';
import { readContract } from '@coalition-hub/schema';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type FieldDefinitionNode, Kind, type ObjectTypeDefinitionNode, parse, print } from 'graphql';
import { mutationSource } from '../whole-hub/graph-client.js';
import { viewerOf } from '../whole-hub/http-door.js';
import { InProcessHub } from '../whole-hub/in-process-hub.js';

/** Root fields of the supergraph, as composed. */
async function rootFields(root: string): Promise<readonly FieldDefinitionNode[]> {
  const { definitions } = parse((await readContract()).supergraph);
  const type = definitions.find(
    (node): node is ObjectTypeDefinitionNode =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value === root,
  );
  return type?.fields ?? [];
}

const directivesOf = ({ directives = [] }: FieldDefinitionNode) =>
  directives.filter(({ name }) => !name.value.startsWith('join__')).map((directive) => print(directive));

test('the supergraph says of every mutation that it needs a person, and a token that may write', async () => {
  const fields = await rootFields('Mutation');
  expect(fields.length).toBeGreaterThan(40);
  for (const field of fields) {
    expect([field.name.value, ...directivesOf(field)]).toEqual([
      field.name.value,
      '@authenticated',
      '@requiresScopes(scopes: [["write"]])',
    ]);
  }
});

test('the supergraph says of every query for whom it is', async () => {
  const fields = await rootFields('Query');
  const kept = fields.filter((field) => directivesOf(field).includes('@authenticated'));
  expect(kept.map(({ name }) => name.value)).toEqual(['duplicateProposals', 'organisationClaims']);
});

let hub: InProcessHub;

beforeAll(async () => {
  hub = await InProcessHub.start();
}, 60_000);

afterAll(() => hub?.stop());

test('a subgraph itself changes nothing for a token that may only read', async () => {
  const { token } = await hub.administrator('administrator@example.org');
  const viewer = await viewerOf(token);
  if (viewer === null) throw new Error('Nobody is signed in');
  const register = (scopes: readonly string[]) =>
    hub.askSubgraph('organisations', { ...viewer, scopes }, mutationSource('registerOrganisation'), {
      input: { name: `Registered ${randomUUID()}` },
    });
  expect(JSON.parse(await register([]))).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
  expect(JSON.parse(await register(['write']))).toMatchObject({
    data: { registerOrganisation: { __typename: 'RegisterOrganisationSuccess' } },
  });
});
