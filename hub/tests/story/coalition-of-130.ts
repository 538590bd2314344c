import type { GraphClient } from '../whole-hub/graph-client.js';
import type { InProcessHub } from '../whole-hub/in-process-hub.js';

/** An organisation, and the person who may sign for it. */
export interface Signer {
  readonly organisationId: string;
  readonly name: string;
  readonly country: string | null;
  readonly representative: GraphClient;
}

/** Where the organisations sit, in turn; the last ones are of no one country. */
const countries = ['ES', 'FR', 'CH', 'MA', 'SN', 'BR', 'MX', 'KE', 'PH', 'NZ', 'DE', 'GB', null];

/** Enters organisations with made-up names; each name has something that names in life have. */
export function registerOrganisations(
  administrator: GraphClient,
  count: number,
): Promise<{ id: string; name: string; country: string | null }[]> {
  const numbers = Array.from({ length: count }, (_, index) => index);
  return inBatches(numbers, 20, async (number) => {
    const country = countries[number % countries.length] ?? null;
    const input = { name: nameOf(number), ...(country === null ? {} : { country }) };
    const wanted = '... on RegisterOrganisationSuccess { organisation { id name country } }';
    const { organisation } = await administrator.succeed<{
      organisation: { id: string; name: string; country: string | null };
    }>('registerOrganisation', input, wanted);
    return organisation;
  });
}

function nameOf(number: number): string {
  const kinds = ['Asociación', 'Réseau', 'Women’s Network', 'جمعية', 'Mouvement & Solidarité', 'Лига'];
  return `${kinds[number % kinds.length]} ${String(number + 1).padStart(3, '0')}`;
}

/** Gives each organisation a representative with a mandate to sign. */
export function mandateRepresentatives(
  hub: InProcessHub,
  administrator: GraphClient,
  organisations: readonly { id: string; name: string; country: string | null }[],
): Promise<Signer[]> {
  return inBatches(organisations, 20, async ({ id: organisationId, name, country }) => {
    const email = `representative-${organisationId}@example.org`;
    await grantMandate(administrator, { organisationId, email, scopes: ['SIGN'] });
    return { organisationId, name, country, representative: await hub.person(email) };
  });
}

export async function grantMandate(
  administrator: GraphClient,
  mandate: { organisationId: string; email: string; scopes: readonly string[] },
): Promise<void> {
  await administrator.succeed('grantMandate', { ...mandate, decidedOn: '2022-09-01', decidedBy: 'Board' });
}

/** So many at a time; answers in the order of what was asked. */
export async function inBatches<Item, Answer>(
  items: readonly Item[],
  size: number,
  work: (item: Item, index: number) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let start = 0; start < items.length; start += size) {
    const batch = items.slice(start, start + size);
    answers.push(...(await Promise.all(batch.map((item, offset) => work(item, start + offset)))));
  }
  return answers;
}
