import type { BusEvent } from '@coalition-hub/bus';
import { Rights, type Viewer } from '@coalition-hub/subgraph';
import { TestSubgraph } from '@coalition-hub/testkit';
import { sql } from 'kysely';
import { definition, grantRole, PersonRole, startOrganisations } from '../src/index.js';

/** What a mutation answers, as far as these tests ask. */
export interface Answer {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly field?: string;
  readonly organisation?: { readonly id: string; readonly slug: string };
  readonly organisations?: readonly { readonly id: string }[];
  readonly coalition?: { readonly id: string; readonly slug: string };
  readonly membership?: Membership;
  readonly role?: { readonly id: string };
  readonly mandate?: { readonly id: string; readonly state?: string };
  readonly claim?: { readonly id: string; readonly state: string };
  readonly confirmBy?: string;
}

/** What a test may want to say of an organisation. */
export interface OrganisationInput {
  readonly name?: string;
  readonly acronym?: string;
  readonly otherNames?: readonly { name: string; language?: string; kind?: string }[];
  readonly kind?: string;
  readonly parentId?: string;
  readonly networkIds?: readonly string[];
  readonly website?: string;
  readonly country?: string | null;
  readonly region?: string;
}

export interface Membership {
  readonly id: string;
  readonly joinedOn: string;
  readonly endedOn: string | null;
}

/** What each mutation's success is asked for. */
const selections = {
  registerOrganisation: 'organisation { id slug name country region website }',
  updateOrganisation: 'organisation { id slug name }',
  mergeOrganisations: 'organisation { id slug name }',
  tellApart: 'organisations { id }',
  createCoalition: 'coalition { id slug name purpose }',
  admitMember: 'membership { id role joinedOn endedOn organisation { id } coalition { id } }',
  endMembership: 'membership { id joinedOn endedOn }',
  grantRole: 'role { id role coalition { id } }',
  revokeRole: 'role { id }',
  grantMandate: 'mandate { id scopes statementId decidedOn decidedBy endsOn organisation { id } }',
  revokeMandate: 'mandate { id }',
} as const;

/** The same, for mutations about who may act for an organisation. */
const accessSelections = {
  inviteRepresentative: 'mandate { id state answerBy representative { handle name } }',
  acceptMandate: 'mandate { id state }',
  declineMandate: 'mandate { id state }',
  claimOrganisation: 'organisation { id } confirmBy',
  confirmClaim: 'claim { id state mandate { id scopes } }',
  requestMandate: 'claim { id state way representative { name } }',
  answerMandateRequest: 'claim { id state reason }',
} as const;

export type MutationName = keyof typeof selections;

export type AnyMutation = MutationName | keyof typeof accessSelections;

export const mutations = Object.keys(selections) as MutationName[];

function documentOf(name: AnyMutation): string {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return `mutation ($input: ${type}Input!) {
    ${name}(input: $input) {
      __typename
      ... on Refusal { code message }
      ... on InvalidInput { field }
      ... on ${type}Success { ${{ ...selections, ...accessSelections }[name]} }
    }
  }`;
}

const projected: ReadonlySet<string> = new Set(['coalition_update', 'duplicate_proposal', 'name_word']);

const start = () => TestSubgraph.start({ definition, start: startOrganisations });

/** The service with an administrator, and short ways to fill it through its own mutations. */
export class Workbench {
  static readonly administratorEmail = 'administrator@example.org';
  readonly administrator: Viewer;
  #made = 0;

  private constructor(readonly test: Awaited<ReturnType<typeof start>>) {
    this.administrator = test.viewer(Workbench.administratorEmail);
  }

  static async start(): Promise<Workbench> {
    const bench = new Workbench(await start());
    await bench.grantAsOwner(Workbench.administratorEmail, PersonRole.ADMINISTRATOR);
    return bench;
  }

  stop(): Promise<void> {
    return this.test.stop();
  }

  get reads() {
    return this.test.subgraph.service.database.reads;
  }

  /** As the command line of the machine does it; done when every projection knows. */
  async grantAsOwner(email: string, role: PersonRole, coalitionId?: string): Promise<Viewer> {
    const owner = { personId: 'owner', requestId: 'setup', rights: Rights.owner };
    const input = { email, role, ...(coalitionId !== undefined && { coalitionId }) };
    await this.test.subgraph.service.run(grantRole(this.test.persons), input, owner);
    await this.test.settled();
    return this.test.viewer(email);
  }

  /** A name that nothing else in this database has. */
  name(kind: string): string {
    this.#made += 1;
    return `${kind} ${String(this.#made).padStart(3, '0')}`;
  }

  execute(name: AnyMutation, input: object, viewer: Viewer | null) {
    return this.test.execute(documentOf(name), { variables: { input }, viewer });
  }

  /** The mutation's answer, success or refusal; an error fails the test. */
  async answer(name: AnyMutation, input: object, viewer: Viewer = this.administrator): Promise<Answer> {
    const asking = { variables: { input }, viewer };
    const data = await this.test.data<Record<string, Answer>>(documentOf(name), asking);
    return data[name] as Answer;
  }

  /** Code of the error that comes instead of an answer. */
  async fault(name: AnyMutation, input: object, viewer: Viewer | null): Promise<unknown> {
    const { errors } = await this.execute(name, input, viewer);
    return errors?.[0]?.extensions?.['code'];
  }

  async organisation(input: OrganisationInput = {}): Promise<string> {
    const named = { name: this.name('Organisation'), ...input };
    return idOf((await this.answer('registerOrganisation', named)).organisation);
  }

  async coalition(name = this.name('Coalition')): Promise<{ id: string; slug: string }> {
    const { coalition } = await this.answer('createCoalition', { name });
    if (coalition === undefined) throw new Error(`No coalition ${name}`);
    return coalition;
  }

  coordinatorOf(coalitionId: string): Promise<Viewer> {
    const email = `${this.name('coordinator').replace(' ', '-')}@example.org`;
    return this.grantAsOwner(email, PersonRole.COORDINATOR, coalitionId);
  }

  /** A coalition and who coordinates it. */
  async coordinated(): Promise<{ coalitionId: string; slug: string; coordinator: Viewer }> {
    const { id: coalitionId, slug } = await this.coalition();
    return { coalitionId, slug, coordinator: await this.coordinatorOf(coalitionId) };
  }

  /** What the other services were told of a thing, in order. */
  async told(subject: string): Promise<readonly BusEvent[]> {
    const { outbox } = this.test.subgraph.service;
    await outbox.settle();
    return (await outbox.readAfter(0, 10_000)).filter((event) => event.subject === subject);
  }

  /** Rows of every table that a command writes to; projections follow in their own time. */
  async stored(): Promise<Readonly<Record<string, number>>> {
    const counts: Record<string, number> = {};
    for (const table of await this.tables()) {
      if (table.startsWith('right_') || projected.has(table)) continue;
      const { rows } = await sql<{
        count: number;
      }>`select count(*)::int as count from ${sql.table(table)}`.execute(this.reads);
      counts[table] = rows[0]?.count ?? 0;
    }
    return counts;
  }

  async tables(): Promise<readonly string[]> {
    const { rows } = await sql<{ name: string }>`
      select table_name as name from information_schema.tables
       where table_schema = current_schema() and table_type = 'BASE TABLE' order by table_name`.execute(
      this.reads,
    );
    return rows.map(({ name }) => name);
  }
}

export function idOf(found: { readonly id: string } | undefined): string {
  if (found === undefined) throw new Error('The answer has no id');
  return found.id;
}

/** Well-formed, and of nothing. */
export const unknownId = '00000000-0000-4000-8000-000000000000';

/** Ids that cannot be ours, or are not. */
export const strangeIds = [
  unknownId,
  '',
  'x',
  "' or true --",
  '\u0000',
  '\uD800',
  '00000000-0000-4000-8000-00000000000G',
  'a'.repeat(1_000_000),
] as const;
