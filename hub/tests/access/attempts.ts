import { randomUUID } from 'node:crypto';
import type { GraphClient } from '../whole-hub/graph-client.js';
import type { InProcessHub } from '../whole-hub/in-process-hub.js';
import { type Draft, draftStatement, openStatement } from '../whole-hub/open-statement.js';
import { type Ground, mailboxOf, type People, type Person } from './access-people.js';

/** An input about something that nobody has touched yet. */
export type Attempt = () => Promise<Readonly<Record<string, unknown>>>;

const decision = { decidedOn: '2022-09-01', decidedBy: 'Board' };
const term = { since: '2020-02-01' };
const session = {
  ...{ title: 'A session', body: { code: 'HRC', name: 'Human Rights Council' } },
  ...{ startsOn: '2022-09-12', endsOn: '2022-10-07', place: 'Geneva', timezone: 'Europe/Zurich' },
};
const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString();

interface Made {
  readonly id: string;
  readonly digest: string;
}

/** Does something, and tells of what it made. */
async function made(
  client: GraphClient,
  mutation: string,
  input: object,
  field: string,
  wanted = 'id',
): Promise<Made> {
  const success = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Success`;
  const answer = await client.succeed<Record<string, Made | Made[]>>(
    mutation,
    input,
    `... on ${success} { ${field} { ${wanted} } }`,
  );
  return [answer[field]].flat()[0] as Made;
}

/** One attempt for each row of the table of changes, by its name. */
export function attempts(
  hub: InProcessHub,
  people: People,
  ground: Ground,
): Readonly<Record<string, Attempt>> {
  const subjects = new Subjects(hub, people, ground);
  return {
    ...organisationAttempts(subjects),
    ...coalitionAttempts(subjects),
    ...mandateAttempts(subjects),
    ...statementAttempts(subjects),
    ...signingAttempts(subjects),
    ...eventAttempts(subjects),
  };
}

/** Makes what is tried on. */
class Subjects {
  constructor(
    readonly hub: InProcessHub,
    readonly people: People,
    readonly ground: Ground,
  ) {}

  get coordinated() {
    const { coalitionId, coalitionSlug } = this.ground;
    return { coalitionId, coalitionSlug, coordinator: this.people.coordinator };
  }

  byAdministrator(mutation: string, input: object, field: string): Promise<Made> {
    return made(this.people.administrator, mutation, input, field);
  }

  byCoordinator(mutation: string, input: object, field: string, wanted?: string): Promise<Made> {
    return made(this.people.coordinator, mutation, input, field, wanted);
  }

  byManager(mutation: string, input: object, field: string): Promise<Made> {
    return made(this.people.manager, mutation, input, field);
  }

  async organisation(): Promise<string> {
    const input = { name: `Body ${randomUUID()}`, website: 'https://access.example' };
    return (await this.byAdministrator('registerOrganisation', input, 'organisation')).id;
  }

  /** An organisation with which nobody else has to do: whoever accepts its offers gains nothing else. */
  async managedBy(person: Person): Promise<string> {
    const organisationId = await this.organisation();
    const mandate = { ...decision, organisationId, email: mailboxOf(person), scopes: ['ADMINISTER'] };
    await this.byAdministrator('grantMandate', mandate, 'mandate');
    return organisationId;
  }

  async newAdministrator(): Promise<{ organisationId: string; client: GraphClient }> {
    const email = `${randomUUID()}@access.example`;
    const organisationId = await this.organisation();
    const mandate = { ...decision, organisationId, email, scopes: ['ADMINISTER'] };
    await this.byAdministrator('grantMandate', mandate, 'mandate');
    return { organisationId, client: await this.hub.person(email) };
  }

  async membership(): Promise<Made> {
    const { coalitionId } = this.ground;
    const organisationId = await this.organisation();
    return this.byCoordinator('admitMember', { coalitionId, organisationId }, 'membership');
  }

  workingGroup(): Promise<Made> {
    const { coalitionId } = this.ground;
    return this.byCoordinator(
      'createWorkingGroup',
      { coalitionId, name: `Group ${randomUUID()}`, ...term },
      'workingGroup',
    );
  }

  draft(): Promise<Draft> {
    return draftStatement(this.coordinated, { coAuthorIds: [this.ground.coAuthorId] });
  }

  open(): Promise<Draft> {
    return openStatement(this.coordinated, { coAuthorIds: [this.ground.coAuthorId] });
  }

  async consulted(): Promise<Draft> {
    const draft = await this.draft();
    await this.people.coordinator.succeed('startConsultation', { statementId: draft.statementId });
    return draft;
  }

  change(organisationId: string, statementId: string) {
    const change = { passage: 'We write', replacement: 'We turn', reason: 'It is stronger.' };
    return { statementId, revisionNumber: 1, organisationId, ...change };
  }

  async signed(): Promise<{ statementId: string; signatureId: string }> {
    const { statementId, digest: revisionDigest } = await this.open();
    const { id } = await made(
      this.people.signer,
      'signStatement',
      { statementId, revisionDigest, organisationId: this.ground.memberId, idempotencyKey: randomUUID() },
      'signature',
    );
    return { statementId, signatureId: id };
  }

  async event(): Promise<string> {
    return (
      await this.byAdministrator('createEvent', { ...session, slug: `session-${randomUUID()}` }, 'event')
    ).id;
  }
}

function organisationAttempts(subjects: Subjects): Record<string, Attempt> {
  return {
    registerOrganisation: async () => ({ name: `New ${randomUUID()}` }),
    updateOrganisation: async () => ({
      organisationId: await subjects.organisation(),
      name: `Renamed ${randomUUID()}`,
    }),
    mergeOrganisations: async () => ({
      keepId: await subjects.organisation(),
      mergeId: await subjects.organisation(),
    }),
    tellApart: async () => ({
      organisationIds: [await subjects.organisation(), await subjects.organisation()],
    }),
  };
}

function coalitionAttempts(subjects: Subjects): Record<string, Attempt> {
  const { coalitionId, memberId } = subjects.ground;
  const role = (name: string) => ({ email: `${randomUUID()}@access.example`, role: name, coalitionId });
  const invite = (organisationId: string) =>
    subjects.byCoordinator('inviteOrganisation', { coalitionId, organisationId }, 'invitation');
  return {
    createCoalition: async () => ({ name: `Coalition ${randomUUID()}` }),
    admitMember: async () => ({ coalitionId, organisationId: await subjects.organisation() }),
    endMembership: async () => ({ membershipId: (await subjects.membership()).id }),
    appointToRole: async () => {
      const organisationId = await subjects.organisation();
      await subjects.byCoordinator(
        'admitMember',
        { coalitionId, organisationId, joinedOn: '2020-01-01' },
        'membership',
      );
      return { coalitionId, organisationId, role: 'CO_CHAIR', ...term, until: '2020-12-31' };
    },
    endRoleTerm: async () => {
      const organisationId = await subjects.organisation();
      await subjects.byCoordinator(
        'admitMember',
        { coalitionId, organisationId, joinedOn: '2020-01-01' },
        'membership',
      );
      const held = { coalitionId, organisationId, role: 'CO_CHAIR', ...term };
      return {
        roleTermId: (await subjects.byCoordinator('appointToRole', held, 'roleTerm')).id,
        until: '2021-12-31',
      };
    },
    createWorkingGroup: async () => ({ coalitionId, name: `Group ${randomUUID()}`, ...term }),
    joinWorkingGroup: async () => ({
      workingGroupId: (await subjects.workingGroup()).id,
      organisationId: memberId,
    }),
    leaveWorkingGroup: async () => {
      const joined = { workingGroupId: (await subjects.workingGroup()).id, organisationId: memberId };
      const { id } = await subjects.byCoordinator('joinWorkingGroup', joined, 'workingGroupMembership');
      return { workingGroupMembershipId: id };
    },
    endWorkingGroup: async () => ({ workingGroupId: (await subjects.workingGroup()).id }),
    inviteOrganisation: async () => ({ coalitionId, organisationId: await subjects.organisation() }),
    withdrawInvitation: async () => ({ invitationId: (await invite(await subjects.organisation())).id }),
    answerInvitation: async () => ({
      invitationId: (await invite(await subjects.managedBy('outsider'))).id,
      accept: false,
    }),
    grantRole: async () => role('EDITOR'),
    'grantRole: COORDINATOR': async () => role('COORDINATOR'),
    revokeRole: async () => ({
      roleId: (await subjects.byAdministrator('grantRole', role('EDITOR'), 'role')).id,
    }),
    'revokeRole: COORDINATOR': async () => ({
      roleId: (await subjects.byAdministrator('grantRole', role('COORDINATOR'), 'role')).id,
    }),
  };
}

function mandateAttempts(subjects: Subjects): Record<string, Attempt> {
  const { memberId: organisationId } = subjects.ground;
  const somebody = () => ({
    ...{ ...decision, organisationId, scopes: ['SIGN'] },
    email: `${randomUUID()}@access.example`,
  });
  /** From somebody new each time: nobody invites the same mailbox very often. */
  const offer = async () => {
    const inviter = await subjects.newAdministrator();
    const offered = { ...somebody(), organisationId: inviter.organisationId, email: mailboxOf('stranger') };
    return made(inviter.client, 'inviteRepresentative', offered, 'mandate');
  };
  return {
    grantMandate: async () => somebody(),
    revokeMandate: async () => ({
      mandateId: (await subjects.byManager('grantMandate', somebody(), 'mandate')).id,
    }),
    inviteRepresentative: async () => somebody(),
    acceptMandate: async () => ({ mandateId: (await offer()).id }),
    declineMandate: async () => ({ mandateId: (await offer()).id }),
    claimOrganisation: async () => ({
      organisationId: await subjects.organisation(),
      email: mailboxOf('stranger'),
    }),
    confirmClaim: async () => {
      const { stranger } = subjects.people;
      await stranger.succeed('claimOrganisation', {
        organisationId: await subjects.organisation(),
        email: mailboxOf('stranger'),
      });
      const { viewer } = await stranger.query<{
        viewer: { claims: { id: string; way: string; state: string }[] };
      }>('{ viewer { claims { id way state } } }');
      return {
        claimId: viewer.claims.find(({ way, state }) => way === 'MAILBOX' && state === 'PENDING')?.id,
      };
    },
    requestMandate: async () => ({ ...decision, organisationId: await subjects.organisation() }),
    answerMandateRequest: async () => {
      const newcomer = await subjects.hub.person(`${randomUUID()}@access.example`);
      const claim = await made(newcomer, 'requestMandate', { ...decision, organisationId }, 'claim');
      return { claimId: claim.id, grant: false, reason: 'Nobody knows of it.' };
    },
  };
}

function statementAttempts(subjects: Subjects): Record<string, Attempt> {
  const { coalitionId, memberId, coAuthorId } = subjects.ground;
  const text = { title: 'A title', text: 'We write to all States.' };
  const statementId = async () => (await subjects.draft()).statementId;
  return {
    createStatement: async () => ({
      coalitionId,
      kind: 'OPEN_LETTER',
      language: 'en',
      ...text,
      coAuthorIds: [],
    }),
    reviseStatement: async () => ({
      ...{ statementId: await statementId(), basedOn: 1 },
      ...{ ...text, title: 'Another title' },
    }),
    addTranslation: async () => ({
      ...{ statementId: await statementId(), revisionNumber: 1, language: 'es' },
      ...{ title: 'Una carta', text: 'Escribimos a todos los Estados.' },
    }),
    startConsultation: async () => ({ statementId: await statementId() }),
    withdrawStatement: async () => ({ statementId: await statementId() }),
    'commentOnStatement: for the coalition': async () => ({
      statementId: await statementId(),
      text: 'We agree.',
    }),
    'commentOnStatement: for a co-author': async () => ({
      statementId: await statementId(),
      organisationId: coAuthorId,
      text: 'We agree.',
    }),
    'commentOnStatement: for a consulted member': async () => ({
      statementId: (await subjects.consulted()).statementId,
      organisationId: memberId,
      text: 'We agree.',
    }),
    'proposeAmendment: for a co-author': async () => subjects.change(coAuthorId, await statementId()),
    'proposeAmendment: for a consulted member': async () =>
      subjects.change(memberId, (await subjects.consulted()).statementId),
    decideAmendment: async () => {
      const change = subjects.change(coAuthorId, await statementId());
      const { id } = await made(subjects.people.coAuthor, 'proposeAmendment', change, 'amendment');
      return { amendmentId: id, decision: 'ACCEPT' };
    },
  };
}

function signingAttempts(subjects: Subjects): Record<string, Attempt> {
  const { memberId } = subjects.ground;
  const person = { name: 'Ada Example', capacity: 'Professor of law' };
  const invite = async () => {
    const { statementId } = await subjects.open();
    const invited = { statementId, organisationIds: [memberId] };
    return (await subjects.byCoordinator('inviteToSign', invited, 'invitations')).id;
  };
  const report = async () => {
    const { statementId, digest: revisionDigest } = await subjects.open();
    return { statementId, revisionDigest, person };
  };
  return {
    openForSignature: async () => {
      const { statementId, digest } = await subjects.draft();
      return { statementId, revisionDigest: digest, closesAt: tomorrow() };
    },
    closeForSignature: async () => ({ statementId: (await subjects.open()).statementId }),
    inviteToSign: async () => ({
      statementId: (await subjects.open()).statementId,
      organisationIds: [memberId],
    }),
    withdrawSigningInvitation: async () => ({ invitationId: await invite() }),
    declineToSign: async () => ({ invitationId: await invite() }),
    signStatement: async () => {
      const { statementId, digest: revisionDigest } = await subjects.open();
      return { statementId, revisionDigest, organisationId: memberId, idempotencyKey: randomUUID() };
    },
    withdrawSignature: async () => ({ signatureId: (await subjects.signed()).signatureId }),
    reportPersonSignature: report,
    'withdrawSignature: reported': async () => ({
      signatureId: (await subjects.byCoordinator('reportPersonSignature', await report(), 'signature')).id,
    }),
  };
}

function eventAttempts(subjects: Subjects): Record<string, Attempt> {
  const deadline = { kind: 'SPEAKERS_LIST', localTime: '2022-08-29T12:00', timezone: 'Europe/Zurich' };
  return {
    createEvent: async () => ({ ...session, slug: `session-${randomUUID()}` }),
    updateEvent: async () => ({
      eventId: await subjects.event(),
      ...session,
      body: undefined,
      title: 'Renamed',
    }),
    addAgendaItem: async () => ({ eventId: await subjects.event(), number: '4', title: 'Situations' }),
    addDeadline: async () => ({ eventId: await subjects.event(), ...deadline }),
    moveDeadline: async () => {
      const eventId = await subjects.event();
      const { id } = await subjects.byAdministrator('addDeadline', { eventId, ...deadline }, 'deadline');
      return { deadlineId: id, localTime: '2022-08-30T12:00', timezone: 'Europe/Zurich' };
    },
    addSideEvent: async () => ({
      ...{ eventId: await subjects.event(), title: 'A panel', organiserIds: [subjects.ground.memberId] },
      ...{ startsAt: '2022-09-20T11:00:00Z', place: 'Room XXV' },
    }),
    recordDelivery: async () => {
      const { statementId } = await subjects.signed();
      const list = await subjects.byCoordinator('closeForSignature', { statementId }, 'list', 'id digest');
      return {
        ...{ statementId, eventId: await subjects.event(), listId: list.id, listDigest: list.digest },
        ...{ deliveredOn: '2022-09-27', deliveredByIds: [subjects.ground.memberId] },
      };
    },
  };
}
