import type { GraphClient } from '../whole-hub/graph-client.js';

const administers = { scopes: ['ADMINISTER'] };

export const decision = { decidedOn: '2022-01-01', decidedBy: 'Board' };

/** An organisation with representatives, each under a name; `named-0@example.org` administers it. @returns its id */
export async function namedRepresentatives(
  administrator: GraphClient,
  names: readonly string[],
  organisationName = 'An organisation',
): Promise<string> {
  const { organisation } = await administrator.succeed<{ organisation: { id: string } }>(
    'registerOrganisation',
    { name: organisationName },
    '... on RegisterOrganisationSuccess { organisation { id } }',
  );
  const organisationId = organisation.id;
  for (const [index, name] of names.entries())
    await nameOne(administrator, {
      organisationId,
      email: `named-${index}@example.org`,
      name,
      ...(index === 0 && administers),
    });
  return organisationId;
}

export function nameOne(
  administrator: GraphClient,
  named: {
    readonly organisationId: string;
    readonly email: string;
    readonly name: string;
    readonly scopes?: string[];
  },
): Promise<object> {
  return administrator.succeed('grantMandate', { scopes: ['SIGN'], ...decision, ...named });
}

/** The names of an organisation's representatives as its administrators read them, sorted. */
export async function namesRead(reader: GraphClient, organisationId: string): Promise<readonly string[]> {
  const { organisation } = await reader.query<{
    organisation: { mandates: { edges: { node: { representative: { name: string | null } } }[] } };
  }>(
    `query ($id: ID!) { organisation(id: $id) { mandates(first: 200) { edges { node { representative { name } } } } } }`,
    { id: organisationId },
  );
  return organisation.mandates.edges.map(({ node }) => String(node.representative.name)).sort();
}
