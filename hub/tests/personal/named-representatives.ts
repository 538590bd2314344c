import type { GraphClient } from '../whole-hub/graph-client.js';

export const decision = { decidedOn: '2022-01-01', decidedBy: 'Board' };

/** An organisation with representatives, each under a name. @returns its id */
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
    await nameOne(administrator, { organisationId, email: `named-${index}@example.org`, name });
  return organisationId;
}

export function nameOne(
  administrator: GraphClient,
  named: { readonly organisationId: string; readonly email: string; readonly name: string },
): Promise<object> {
  return administrator.succeed('grantMandate', { ...named, scopes: ['SIGN'], ...decision });
}

/** The names of an organisation's representatives as its administrators read them, sorted. */
export async function namesRead(reader: GraphClient, organisationId: string): Promise<readonly string[]> {
  const { organisation } = await reader.query<{
    organisation: { mandates: { nodes: { representative: { name: string | null } }[] } };
  }>(
    `query ($id: ID!) { organisation(id: $id) { mandates(first: 100) { nodes { representative { name } } } } }`,
    { id: organisationId },
  );
  return organisation.mandates.nodes.map(({ representative }) => String(representative.name)).sort();
}
