import type { Viewer } from '@coalition-hub/subgraph';
import { idOf, Workbench } from './workbench.js';

/** What a mutation of coalition life answers, as far as these tests ask. */
export interface LifeAnswer {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly field?: string;
  readonly state?: string;
  readonly roleTerm?: Days & { readonly role: string };
  readonly workingGroup?: Days & { readonly name: string };
  readonly workingGroupMembership?: Days & { readonly role: string };
  readonly invitation?: Invitation | null;
}

export interface Days {
  readonly id: string;
  readonly since: string;
  readonly until: string | null;
}

export interface Invitation {
  readonly id: string;
  readonly state: string;
  readonly message: string | null;
  readonly answeredAt: string | null;
  readonly membership: { readonly id: string; readonly joinedOn: string } | null;
}

const roleTerm = 'roleTerm { id role since until organisation { id } coalition { id } }';
const group = 'workingGroup { id name purpose since until coalition { id } }';
const membership = 'workingGroupMembership { id role since until organisation { id } workingGroup { id } }';
const invitation = `invitation {
  id state message invitedAt expiresOn answeredAt coalition { id } organisation { id } membership { id joinedOn }
}`;

/** What each mutation's success is asked for. */
const selections = {
  appointToRole: roleTerm,
  endRoleTerm: roleTerm,
  createWorkingGroup: group,
  endWorkingGroup: group,
  joinWorkingGroup: membership,
  leaveWorkingGroup: membership,
  inviteOrganisation: invitation,
  answerInvitation: invitation,
  withdrawInvitation: invitation,
} as const;

export type LifeMutation = keyof typeof selections;

export const lifeMutations = Object.keys(selections) as LifeMutation[];

const withState: readonly LifeMutation[] = ['answerInvitation', 'withdrawInvitation'];

function documentOf(name: LifeMutation): string {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const state = withState.includes(name) ? '... on InvitationNotPending { state }' : '';
  return `mutation ($input: ${type}Input!) {
    ${name}(input: $input) {
      __typename
      ... on Refusal { code message }
      ... on InvalidInput { field }
      ${state}
      ... on ${type}Success { ${selections[name]} }
    }
  }`;
}

/** The service with a coalition, and short ways to let it live. */
export class CoalitionBench {
  private constructor(
    readonly bench: Workbench,
    readonly coalitionId: string,
    readonly slug: string,
    readonly coordinator: Viewer,
  ) {}

  /** @param bench that of another coalition in the same service, if there is one */
  static async start(bench?: Workbench): Promise<CoalitionBench> {
    const running = bench ?? (await Workbench.start());
    const { coalitionId, slug, coordinator } = await running.coordinated();
    return new CoalitionBench(running, coalitionId, slug, coordinator);
  }

  async answer(name: LifeMutation, input: object, viewer: Viewer = this.coordinator): Promise<LifeAnswer> {
    const asking = { variables: { input }, viewer };
    const data = await this.bench.test.data<Record<string, LifeAnswer>>(documentOf(name), asking);
    return data[name] as LifeAnswer;
  }

  /** Code of the error that comes instead of an answer. */
  async fault(name: LifeMutation, input: object, viewer: Viewer | null): Promise<unknown> {
    const { errors } = await this.bench.test.execute(documentOf(name), { variables: { input }, viewer });
    return errors?.[0]?.extensions?.['code'];
  }

  appoint(input: object): Promise<LifeAnswer> {
    return this.answer('appointToRole', { coalitionId: this.coalitionId, ...input });
  }

  join(input: object): Promise<LifeAnswer> {
    return this.answer('joinWorkingGroup', input);
  }

  invite(input: object): Promise<LifeAnswer> {
    return this.answer('inviteOrganisation', { coalitionId: this.coalitionId, ...input });
  }

  /** An invitation that waits. @returns its id */
  async invited(organisationId: string, input: object = {}): Promise<string> {
    return idOf((await this.invite({ organisationId, ...input })).invitation ?? undefined);
  }

  async admit(organisationId: string, input: object = {}): Promise<string> {
    const admitted = { coalitionId: this.coalitionId, organisationId, joinedOn: '2000-01-01', ...input };
    return idOf((await this.bench.answer('admitMember', admitted, this.coordinator)).membership);
  }

  /** A member since 2000, unless told otherwise. @returns the organisation's id */
  async member(input: object = {}): Promise<string> {
    const organisationId = await this.bench.organisation();
    await this.admit(organisationId, input);
    return organisationId;
  }

  async group(input: object = {}): Promise<string> {
    const named = {
      coalitionId: this.coalitionId,
      name: this.bench.name('Group'),
      since: '2000-01-01',
      ...input,
    };
    return idOf((await this.answer('createWorkingGroup', named)).workingGroup);
  }

  /** Whoever holds a mandate of the organisation, known to every projection. */
  async representativeOf(organisationId: string, mandate: object = {}): Promise<Viewer> {
    const email = `${this.bench.name('representative').replace(' ', '-')}@example.org`;
    await this.bench.answer('grantMandate', {
      organisationId,
      email,
      scopes: ['SIGN'],
      decidedOn: '2020-01-01',
      decidedBy: 'Board',
      ...mandate,
    });
    await this.bench.test.settled();
    return this.bench.test.viewer(email);
  }

  async stop(): Promise<void> {
    await this.bench.stop();
  }
}

/** Days from 2020 on, numbered from 0. */
export const dayOf = (number: number) => new Date(Date.UTC(2020, 0, 1 + number)).toISOString().slice(0, 10);
