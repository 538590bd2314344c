import { grantMandate, registerOrganisations } from '../story/coalition-of-130.js';
import type { GraphClient } from '../whole-hub/graph-client.js';
import type { InProcessHub } from '../whole-hub/in-process-hub.js';
import {
  type Coordinated,
  coordinatedCoalition,
  type Draft,
  draftStatement,
  openStatement,
} from '../whole-hub/open-statement.js';

const administratorMail = 'canary-administrator@example.org';
const coordinatorMail = 'canary-coordinator@example.org';
const representativeMail = 'canary-representative@example.org';

/** A hub in which everything public is there. */
export interface PublicWorld {
  readonly administrator: GraphClient;
  readonly coordinated: Coordinated;
  /** Another coalition of the same coordinator, which lets its members, and nobody else, read along. */
  readonly consulting: Coordinated;
  readonly representative: GraphClient;
  readonly organisationIds: readonly string[];
  /** An organisation that is no member. */
  readonly outsideId: string;
  /** Of a statement that was revised, opened, signed, closed, delivered and reopened. */
  readonly delivered: Draft;
  /** Where the feed of that statement stood before it was opened. */
  readonly draftCursor: string;
  readonly secrets: readonly string[];
}

/** Things that are secret from the beginning are there too: a text that was revised before opening, people, mandates. */
export async function publicWorld(hub: InProcessHub): Promise<PublicWorld> {
  const administrator = await hub.administrator(administratorMail);
  const coordinated = await coordinatedCoalition(hub, administrator, 'A coalition', coordinatorMail);
  const { coalitionId, coordinator } = coordinated;
  const organisations = await registerOrganisations(administrator, 8);
  const organisationIds = organisations.map(({ id }) => id);
  const { organisation: outside } = await administrator.succeed<{ organisation: { id: string } }>(
    'registerOrganisation',
    { name: 'Otro nombre' },
    '... on RegisterOrganisationSuccess { organisation { id } }',
  );
  for (const organisationId of organisationIds) {
    await coordinator.succeed('admitMember', { coalitionId, organisationId });
    await grantMandate(administrator, { organisationId, email: representativeMail, scopes: ['SIGN'] });
  }
  const consulting = await coordinatedCoalition(hub, administrator, 'Who consults', coordinatorMail);
  await coordinator.succeed('admitMember', {
    coalitionId: consulting.coalitionId,
    organisationId: organisationIds[2],
  });
  await describeOrganisation(administrator, organisationIds[0] ?? '');
  await shareWork(coordinated, organisationIds[0] ?? '');
  const representative = await hub.person(representativeMail);
  const coAuthorIds = organisationIds.slice(0, 2);

  const draft = await draftStatement(coordinated, {
    title: 'A statement',
    text: 'canary-first-text',
    coAuthorIds,
    addressees: [{ kind: 'STATES', name: 'All States', demands: ['Act now.'] }],
    footnotes: [{ term: 'we', text: 'Who signs.' }],
  });
  const shown = await coordinator.query<Record<'statement', FirstDraft>>(
    'query ($slug: String!) { statement(slug: $slug) { updateCursor currentRevision { id digest } } }',
    { slug: draft.slug },
  );
  const { updateCursor: draftCursor, currentRevision: first } = shown.statement;
  const { revision } = await coordinator.succeed<{ revision: { digest: string } }>(
    'reviseStatement',
    { statementId: draft.statementId, basedOn: 1, title: 'A statement', text: 'What we state.' },
    '... on ReviseStatementSuccess { revision { digest } }',
  );
  const delivered = { ...draft, digest: revision.digest };
  const translation = { language: 'es', title: 'Una declaración', text: 'Lo que declaramos.' };
  const { statementId } = delivered;
  await coordinator.succeed('addTranslation', { statementId, revisionNumber: 2, ...translation });
  await open(coordinated, delivered);
  for (const organisationId of organisationIds.slice(0, 5))
    await signFor(representative, delivered, organisationId);
  await deliver(coordinated, delivered, coAuthorIds);
  await open(coordinated, delivered);
  await signFor(representative, delivered, organisationIds[6] ?? '');
  const another = await openStatement(coordinated, { title: 'Another statement' });
  await coordinator.succeed('inviteToSign', { statementId, organisationIds: organisationIds.slice(7) });
  await coordinator.succeed('reportPersonSignature', {
    statementId: another.statementId,
    revisionDigest: another.digest,
    person: { name: 'Ada', capacity: 'Professor of law' },
  });

  const mails = [administratorMail, coordinatorMail, representativeMail];
  const secrets = [
    'canary',
    'example.org',
    'Board',
    first.id,
    first.digest,
    ...mails.map((mail) => hub.personId(mail)),
  ];
  const people = { administrator, coordinated, consulting, representative };
  return { ...people, organisationIds, outsideId: outside.id, delivered, draftCursor, secrets };
}

async function describeOrganisation(administrator: GraphClient, organisationId: string): Promise<void> {
  await administrator.succeed('updateOrganisation', {
    organisationId,
    otherNames: [{ name: 'Otro nombre', language: 'es' }],
    identifiers: [{ scheme: 'REGISTRATION', value: '1234' }],
    consultativeStatus: { category: 'SPECIAL', since: '2015-07-20' },
  });
}

/** Gives an organisation a role in the coalition, and a working group to lead. */
async function shareWork({ coordinator, coalitionId }: Coordinated, organisationId: string): Promise<void> {
  await coordinator.succeed('appointToRole', { coalitionId, organisationId, role: 'CHAIR' });
  const { workingGroup } = await coordinator.succeed<{ workingGroup: { id: string } }>(
    'createWorkingGroup',
    { coalitionId, name: 'Drafting' },
    '... on CreateWorkingGroupSuccess { workingGroup { id } }',
  );
  const leads = { workingGroupId: workingGroup.id, organisationId, role: 'CHAIR' };
  await coordinator.succeed('joinWorkingGroup', leads);
}

interface FirstDraft {
  readonly updateCursor: string;
  readonly currentRevision: { readonly id: string; readonly digest: string };
}

async function open(
  { coordinator }: Coordinated,
  { statementId, digest: revisionDigest }: Draft,
): Promise<void> {
  const closesAt = new Date(Date.now() + 3_600_000).toISOString();
  await coordinator.succeed('openForSignature', { statementId, revisionDigest, closesAt });
}

export async function signFor(
  representative: GraphClient,
  { statementId, digest: revisionDigest }: Draft,
  organisationId: string,
): Promise<void> {
  const idempotencyKey = `canary-${organisationId}`;
  await representative.succeed('signStatement', {
    statementId,
    revisionDigest,
    organisationId,
    idempotencyKey,
  });
}

async function deliver(
  { coordinator }: Coordinated,
  { statementId }: Draft,
  deliveredByIds: readonly string[],
): Promise<void> {
  const { list } = await coordinator.succeed<{ list: { id: string; digest: string } }>(
    'closeForSignature',
    { statementId },
    '... on CloseForSignatureSuccess { list { id digest } }',
  );
  const { event } = await coordinator.succeed<{ event: { id: string } }>(
    'createEvent',
    {
      title: 'A session',
      body: { code: 'HRC', name: 'Human Rights Council' },
      startsOn: '2022-09-12',
      endsOn: '2022-10-07',
      place: 'Geneva',
      timezone: 'Europe/Zurich',
    },
    '... on CreateEventSuccess { event { id } }',
  );
  const noon = { kind: 'SIGN_ON', localTime: '2022-09-26T12:00' };
  await coordinator.succeed('addDeadline', { eventId: event.id, ...noon });
  const panel = { title: 'A panel', organiserIds: deliveredByIds, place: 'Room XXV' };
  await coordinator.succeed('addSideEvent', {
    eventId: event.id,
    ...panel,
    startsAt: '2022-09-20T11:00:00Z',
  });
  const { agendaItem } = await coordinator.succeed<{ agendaItem: { id: string } }>(
    'addAgendaItem',
    { eventId: event.id, number: '4', title: 'Situations' },
    '... on AddAgendaItemSuccess { agendaItem { id } }',
  );
  await coordinator.succeed('recordDelivery', {
    statementId,
    eventId: event.id,
    agendaItemId: agendaItem.id,
    listId: list.id,
    listDigest: list.digest,
    deliveredOn: '2022-09-27',
    deliveredByIds,
  });
}

export interface Hidden {
  readonly draft: Draft;
  readonly cursor: string;
  readonly secrets: readonly string[];
}

/**
 * Adds what nobody outside may notice: a draft, a draft that was withdrawn, what is said about a draft in consultation,
 * invitations, people with roles and mandates.
 */
export async function hideThings(hub: InProcessHub, world: PublicWorld): Promise<Hidden> {
  const { administrator, coordinated, organisationIds } = world;
  const coAuthorIds = organisationIds.slice(2, 4);
  const secret = { title: 'Canary title', text: 'canary-text', kind: 'CALL_TO_ACTION', coAuthorIds };
  const draft = await draftStatement(coordinated, { ...secret, slug: 'canary-draft' });
  const withdrawn = await draftStatement(coordinated, { ...secret, slug: 'canary-withdrawn' });
  await coordinated.coordinator.succeed('withdrawStatement', { statementId: withdrawn.statementId });
  const email = 'canary-reviser@example.org';
  const { mandate } = await administrator.succeed<{ mandate: { id: string } }>(
    'grantMandate',
    {
      organisationId: coAuthorIds[0],
      email,
      scopes: ['REVISE'],
      decidedOn: '2022-01-01',
      decidedBy: 'canary-assembly',
      statementId: draft.statementId,
    },
    '... on GrantMandateSuccess { mandate { id } }',
  );
  const { role } = await administrator.succeed<{ role: { id: string } }>(
    'grantRole',
    { email, role: 'COORDINATOR', coalitionId: coordinated.coalitionId },
    '... on GrantRoleSuccess { role { id } }',
  );
  const { statement } = await coordinated.coordinator.query<Record<'statement', FirstDraft>>(
    'query ($slug: String!) { statement(slug: $slug) { updateCursor currentRevision { id digest } } }',
    { slug: draft.slug },
  );
  const inner = await hideDeliberation(world, draft, coAuthorIds[0] ?? '');
  const ids = [
    ...inner,
    draft.statementId,
    withdrawn.statementId,
    statement.currentRevision.id,
    mandate.id,
    role.id,
  ];
  const secrets = ['Canary', draft.digest, withdrawn.digest, hub.personId(email), ...ids];
  await hub.settled();
  return { draft, cursor: statement.updateCursor, secrets };
}

/** Returns the ids of what was hidden. */
async function hideDeliberation(
  { administrator, coordinated, consulting, outsideId }: PublicWorld,
  draft: Draft,
  organisationId: string,
): Promise<string[]> {
  const { coordinator, coalitionId } = coordinated;
  const texts = { title: 'Canary in consultation', text: 'canary-consulted' };
  const { statementId } = await draftStatement(consulting, { ...texts, slug: 'canary-consulted' });
  await coordinator.succeed('startConsultation', { statementId });
  const change = { passage: 'canary', replacement: 'canary-replacement', reason: 'canary-reason' };
  const email = coordinatorMail;
  await grantMandate(administrator, { organisationId, email, scopes: ['REVISE'] });
  const { amendment } = await coordinator.succeed<{ amendment: { id: string } }>(
    'proposeAmendment',
    { statementId, revisionNumber: 1, organisationId, ...change },
    '... on ProposeAmendmentSuccess { amendment { id } }',
  );
  const { comment } = await coordinator.succeed<{ comment: { id: string } }>(
    'commentOnStatement',
    { statementId, amendmentId: amendment.id, text: 'canary-comment' },
    '... on CommentOnStatementSuccess { comment { id } }',
  );
  const { invitations } = await coordinator.succeed<{ invitations: { id: string }[] }>(
    'inviteToSign',
    { statementId: draft.statementId, organisationIds: [organisationId] },
    '... on InviteToSignSuccess { invitations { id } }',
  );
  const { invitation } = await coordinator.succeed<{ invitation: { id: string } }>(
    'inviteOrganisation',
    { coalitionId, organisationId: outsideId, message: 'canary-message' },
    '... on InviteOrganisationSuccess { invitation { id } }',
  );
  return [statementId, amendment.id, comment.id, invitation.id, ...invitations.map(({ id }) => id)];
}
