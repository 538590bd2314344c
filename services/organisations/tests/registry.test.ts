import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestSubgraph } from '@coalition-hub/testkit';
import { definition, grantRole, PersonRole, startOrganisations } from '../src/index.js';

const start = () => TestSubgraph.start({ definition, start: startOrganisations });
let test: Awaited<ReturnType<typeof start>>;

beforeAll(async () => {
  test = await start();
});

afterAll(() => test.stop());

const register = `mutation ($input: RegisterOrganisationInput!) {
  registerOrganisation(input: $input) {
    __typename
    ... on RegisterOrganisationSuccess { organisation { id slug name country region website } }
    ... on Refusal { code message }
  }
}`;

describe('registering an organisation', () => {
  it('declares a policy for every way in', () => {
    expect(definition.schema.undeclared).toEqual([]);
  });

  it('is for administrators', async () => {
    const admin = test.viewer('admin@example.org');
    const input = { name: 'Elin Association', country: 'ES', website: 'https://example.org' };
    const denied = await test.execute(register, { variables: { input }, viewer: admin });
    expect(denied.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    await test.subgraph.service.run(
      grantRole(test.persons),
      { email: 'admin@example.org', role: PersonRole.ADMINISTRATOR },
      { personId: 'owner', requestId: 'setup', rights: (await import('@coalition-hub/subgraph')).Rights.owner },
    );
    const data = await test.data(register, { variables: { input }, viewer: admin });
    expect(data).toMatchObject({
      registerOrganisation: { organisation: { slug: 'elin-association', country: 'ES', region: 'EUROPE' } },
    });
    const read = await test.data(`{ organisations { edges { cursor node { name slug } } totalCount pageInfo { endCursor hasNextPage } } viewer { id } }`);
    expect(read).toMatchObject({ organisations: { totalCount: 1, edges: [{ node: { name: 'Elin Association' } }] } });
  });
});
