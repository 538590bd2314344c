import type { GraphClient } from '../whole-hub/graph-client.js';
import type { InProcessHub } from '../whole-hub/in-process-hub.js';
import { type Coordinated, coordinatedCoalition } from '../whole-hub/open-statement.js';

/** By mutation. */
export type Inputs = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export interface Thing {
  readonly id: string;
}

const email = 'everybody@example.org';

export const day = '2022-09-27';

export const grant = { decidedOn: day, decidedBy: 'Board', email };

/** Somebody who may do everything, and what all themes build on. */
export class Ground {
  private constructor(
    readonly person: GraphClient,
    readonly coordinated: Coordinated,
    /** A member of the coalition whose stay can be ended. */
    readonly member: string,
    readonly membershipId: string,
    /** A member that stays, for which the person may sign and revise. */
    readonly lasting: string,
    /** No member; the person may sign for it. */
    readonly signer: string,
    /** No member, and without a mandate that lasts. */
    readonly other: string,
  ) {}

  static async of(hub: InProcessHub): Promise<Ground> {
    const person = await hub.administrator(email);
    const coordinated = await coordinatedCoalition(hub, person, 'A coalition', email);
    const member = await registered(person, 'Member');
    const lasting = await registered(person, 'Lasting');
    const admit = (organisationId: string) =>
      made(
        person,
        'admitMember',
        { coalitionId: coordinated.coalitionId, organisationId, joinedOn: '2020-01-01' },
        'membership',
      );
    const membership = await admit(member);
    await admit(lasting);
    const signer = await registered(person, 'Signer');
    await person.succeed('grantMandate', { ...grant, organisationId: signer, scopes: ['SIGN'] });
    await person.succeed('grantMandate', { ...grant, organisationId: lasting, scopes: ['SIGN', 'REVISE'] });
    const other = await registered(person, 'Other');
    return new Ground(person, coordinated, member, membership.id, lasting, signer, other);
  }

  register(name: string, more: object = {}): Promise<string> {
    return registered(this.person, name, more);
  }

  /** Does something that makes a thing, and selects of that. */
  make<Made extends object = Thing>(
    mutation: string,
    input: object,
    field: string,
    wanted = 'id',
  ): Promise<Made> {
    return made<Made>(this.person, mutation, input, field, wanted);
  }
}

async function registered(person: GraphClient, name: string, more: object = {}): Promise<string> {
  const input = { name, country: 'ES', ...more };
  return (await made(person, 'registerOrganisation', input, 'organisation')).id;
}

async function made<Made extends object = Thing>(
  person: GraphClient,
  mutation: string,
  input: object,
  field: string,
  wanted = 'id',
): Promise<Made> {
  const success = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Success`;
  const selected = `... on ${success} { ${field} { ${wanted} } }`;
  const answer = await person.succeed<Record<string, Made>>(mutation, input, selected);
  return answer[field] as Made;
}
