import { randomInt, randomUUID } from 'node:crypto';
import { seededRandom, type Viewer } from '@coalition-hub/subgraph';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { seedRegistry } from '../src/index.js';
import { idOf, Workbench } from './workbench.js';

let bench: Workbench;
let coalitionId: string;
let slug: string;
let coordinator: Viewer;

beforeAll(async () => {
  bench = await Workbench.start();
  ({ coalitionId, slug, coordinator } = await bench.coordinated());
});

afterAll(() => bench.stop());

const countries = ['ES', 'FR', 'SN', null];
const days = ['2019-12-31', '2020-06-30', '2021-01-01', '2022-03-01', '2030-01-01', null];

const regionFilters = [null, ['EUROPE'], ['EUROPE', 'AFRICA'], []];

/** What lists say of their length, next to what counting their rows comes to. */
async function totals(): Promise<{ said: unknown; counted: unknown }> {
  const said: unknown[] = [];
  const counted: unknown[] = [];
  for (const [day, regions] of days.flatMap((each) =>
    regionFilters.map((filter) => [each, filter] as const),
  )) {
    said.push(await saidOfMembers(day, regions));
    const on = sql`coalesce(${day}::date, (hub_now() at time zone 'UTC')::date)`;
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from membership
        join organisation on organisation.id = organisation_id
       where coalition_id = ${coalitionId}::uuid and joined_on <= ${on} and (ended_on is null or ended_on >= ${on})
         and (${regions}::text[] is null or organisation.region = any(${regions}::text[]))`.execute(
      bench.reads,
    );
    counted.push(rows[0]?.count);
  }
  for (const filter of [null, { countries: ['ES'] }, { countries: ['FR', 'SN'] }, { regions: ['EUROPE'] }]) {
    said.push(await saidOfOrganisations(filter));
    counted.push(await countedOrganisations(filter));
  }
  return { said, counted };
}

async function saidOfMembers(asOf: string | null, regions: readonly string[] | null): Promise<number> {
  const query = `query ($slug: String!, $asOf: Date, $filter: MemberFilter) { coalition(slug: $slug) {
    members(first: 1, asOf: $asOf, filter: $filter) { totalCount } } }`;
  const { coalition } = await bench.test.data<{ coalition: { members: { totalCount: number } } }>(query, {
    variables: { slug, asOf, filter: { regions } },
  });
  return coalition.members.totalCount;
}

async function saidOfOrganisations(filter: object | null): Promise<number> {
  const query =
    'query ($filter: OrganisationFilter) { organisations(first: 1, filter: $filter) { totalCount } }';
  const { organisations } = await bench.test.data<{ organisations: { totalCount: number } }>(query, {
    variables: { filter },
  });
  return organisations.totalCount;
}

async function countedOrganisations(
  filter: { countries?: string[]; regions?: string[] } | null,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from organisation where merged_into is null
       and (${filter?.countries ?? null}::text[] is null or country = any(${filter?.countries ?? null}::text[]))
       and (${filter?.regions ?? null}::text[] is null or region = any(${filter?.regions ?? null}::text[]))`.execute(
    bench.reads,
  );
  return rows[0]?.count ?? -1;
}

async function namesOfMembers(): Promise<string[]> {
  const query = `query ($slug: String!) { coalition(slug: $slug) { members(first: 200) {
    edges { node { organisation { name } } } } } }`;
  const { coalition } = await bench.test.data<{
    coalition: { members: { edges: { node: { organisation: { name: string } } }[] } };
  }>(query, { variables: { slug } });
  return coalition.members.edges.map(({ node }) => node.organisation.name);
}

describe('totals of lists', () => {
  it('are those of their rows, whatever happens to organisations and members, in any order', async () => {
    const seed = Number(process.env['SEED'] ?? randomInt(2 ** 32));
    process.stdout.write(`totals of lists: SEED=${seed}\n`);
    const random = seededRandom(String(seed));
    const draw = (most: number) => random.bytes(4, 'draw').readUInt32LE(0) % most;
    const organisations: string[] = [];
    const memberships: string[] = [];
    for (let step = 0; step < 60; step += 1) {
      const kind = draw(7);
      const [one, other] = [organisations[draw(organisations.length || 1)], organisations.at(-1)];
      if (kind <= 1 || one === undefined || other === undefined) {
        organisations.push(await bench.organisation({ country: countries[draw(countries.length)] ?? null }));
      } else if (kind === 2 || kind === 3) {
        const input = { coalitionId, organisationId: one, joinedOn: days[draw(4)], endedOn: null };
        const { membership } = await bench.answer('admitMember', input, coordinator);
        if (membership !== undefined) memberships.push(membership.id);
      } else if (kind === 4 && memberships.length > 0) {
        const membershipId = memberships[draw(memberships.length)];
        await bench.answer('endMembership', { membershipId, endedOn: '2022-03-01' }, coordinator);
      } else if (kind === 6) {
        await bench.answer('updateOrganisation', { organisationId: one, country: countries[draw(3)] });
      } else if (one !== other) {
        await bench.answer('mergeOrganisations', { keepId: one, mergeId: other });
        organisations.pop();
      }
      if (step % 10 === 9) {
        const { said, counted } = await totals();
        expect(said).toEqual(counted);
      }
    }
  });

  it('are right at once for whoever has just entered something', async () => {
    const before = await saidOfOrganisations(null);
    await bench.organisation({ country: 'ES' });
    expect(await saidOfOrganisations(null)).toBe(before + 1);
  });

  it('stay right when they are folded, and become few', async () => {
    const before = await saidOfOrganisations(null);
    for (let part = 0; part < 3; part += 1) {
      const organisations = Array.from({ length: 1_000 }, () => {
        const id = randomUUID();
        return { id, slug: id, name: `Folded ${id}`, country: 'ES', website: null };
      });
      // One after the other, as commands do: each leaves a change.
      await bench.test.subgraph.service.once(`folding ${part}`, async (unit, emit) => {
        for (const organisation of organisations)
          await seedRegistry(unit, emit, { organisations: [organisation], coalitions: [], memberships: [] });
      });
    }
    await bench.test.settled();
    expect(await saidOfOrganisations(null)).toBe(before + 3_000);
    const { rows } = await sql<{ rows: number }>`
      select count(*)::int as rows from organisation_total`.execute(bench.reads);
    expect(rows[0]?.rows).toBeLessThan(2_100);
  }, 120_000);
});

describe('the order of members', () => {
  it('follows a new name, also of whoever is admitted at the same moment', async () => {
    for (let round = 0; round < 8; round += 1) {
      const id = await bench.organisation({ name: `Before ${round} ${randomUUID()}` });
      const name = `Afterwards ${round} ${randomUUID()}`;
      await Promise.all([
        bench.answer('updateOrganisation', { organisationId: id, name }),
        bench
          .answer('admitMember', { coalitionId, organisationId: id, joinedOn: '2020-01-01' }, coordinator)
          .then(({ membership }) => idOf(membership)),
      ]);
      const { rows } = await sql<{ name: string }>`
        select name from membership where organisation_id = ${id}::uuid`.execute(bench.reads);
      expect(rows).toEqual([{ name }]);
    }
    const names = await namesOfMembers();
    expect(names).toEqual(names.toSorted(new Intl.Collator('und').compare));
  });
});
