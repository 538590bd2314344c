import type { GraphClient } from '../whole-hub/graph-client.js';
import type { InProcessHub } from '../whole-hub/in-process-hub.js';

/** Who somebody can be, towards one coalition and one of its members. Titles are columns of docs/access.md. */
export const people = {
  signedOut: 'signed out',
  stranger: 'signed in',
  signer: '`SIGN`, a member',
  manager: '`ADMINISTER`, the same',
  coAuthor: '`EDIT`, a co-author',
  outsider: 'all scopes, elsewhere',
  coordinator: 'coordinator',
  officer: 'officer',
  editor: 'editor',
  translator: 'translator',
  observer: 'observer',
  otherCoordinator: 'coordinator elsewhere',
  administrator: 'administrator',
} as const;

export type Person = keyof typeof people;

export const everybody = Object.keys(people) as Person[];

export type People = Readonly<Record<Person, GraphClient>>;

/** What the rights of people are about. */
export interface Ground {
  readonly coalitionId: string;
  readonly coalitionSlug: string;
  readonly otherCoalitionId: string;
  readonly otherCoalitionSlug: string;
  /** Members of the coalition; the second one writes its drafts. */
  readonly memberId: string;
  readonly coAuthorId: string;
  /** A member of the other coalition. */
  readonly outsideId: string;
}

export const mailboxOf = (person: Person) => `${person.toLowerCase()}@access.example`;

const decision = { decidedOn: '2022-09-01', decidedBy: 'Board' };

/** Two coalitions, three organisations, and somebody for each column. */
export async function settle(hub: InProcessHub): Promise<{ people: People; ground: Ground }> {
  const administrator = await hub.administrator(mailboxOf('administrator'));
  const register = async (name: string) =>
    (
      await administrator.succeed<{ organisation: { id: string } }>(
        'registerOrganisation',
        { name, country: 'ES', website: 'https://access.example' },
        '... on RegisterOrganisationSuccess { organisation { id } }',
      )
    ).organisation.id;
  const gather = async (name: string, coordinator: Person, members: readonly string[]) => {
    const { coalition } = await administrator.succeed<{ coalition: { id: string; slug: string } }>(
      'createCoalition',
      { name },
      '... on CreateCoalitionSuccess { coalition { id slug } }',
    );
    const coalitionId = coalition.id;
    await administrator.succeed('grantRole', {
      email: mailboxOf(coordinator),
      role: 'COORDINATOR',
      coalitionId,
    });
    const client = await hub.person(mailboxOf(coordinator));
    for (const organisationId of members)
      await client.succeed('admitMember', { coalitionId, organisationId });
    return coalition;
  };
  const [memberId, coAuthorId, outsideId] = [
    await register('A member'),
    await register('A co-author'),
    await register('Somebody else'),
  ];
  const coalition = await gather('A coalition', 'coordinator', [memberId, coAuthorId]);
  const other = await gather('Another coalition', 'otherCoordinator', [outsideId]);
  const mandates: readonly [Person, string, readonly string[]][] = [
    ['signer', memberId, ['SIGN']],
    ['manager', memberId, ['ADMINISTER']],
    ['coAuthor', coAuthorId, ['EDIT']],
    ['outsider', outsideId, ['SIGN', 'EDIT', 'ADMINISTER']],
  ];
  for (const [person, organisationId, scopes] of mandates)
    await administrator.succeed('grantMandate', {
      ...decision,
      organisationId,
      email: mailboxOf(person),
      scopes,
    });
  for (const role of ['officer', 'editor', 'translator', 'observer'] as const)
    await administrator.succeed('grantRole', {
      email: mailboxOf(role),
      role: role.toUpperCase(),
      coalitionId: coalition.id,
    });
  await hub.settled();
  const clients = await Promise.all(
    everybody.map(async (person): Promise<[Person, GraphClient]> => {
      if (person === 'signedOut') return [person, hub.signedOut()];
      if (person === 'administrator') return [person, administrator];
      return [person, await hub.person(mailboxOf(person))];
    }),
  );
  return {
    people: Object.fromEntries(clients) as People,
    ground: {
      coalitionId: coalition.id,
      coalitionSlug: coalition.slug,
      otherCoalitionId: other.id,
      otherCoalitionSlug: other.slug,
      memberId,
      coAuthorId,
      outsideId,
    },
  };
}
