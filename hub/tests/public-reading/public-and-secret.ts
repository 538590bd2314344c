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
  readonly representative: GraphClient;
  readonly organisationIds: readonly string[];
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
  for (const organisationId of organisationIds) {
    await coordinator.succeed('admitMember', { coalitionId, organisationId });
    await grantMandate(administrator, { organisationId, email: representativeMail, scopes: ['SIGN'] });
  }
  const representative = await hub.person(representativeMail);
  const coAuthorIds = organisationIds.slice(0, 2);

  const draft = await draftStatement(coordinated, {
    title: 'A statement',
    text: 'canary-first-text',
    coAuthorIds,
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
  await open(coordinated, delivered);
  for (const organisationId of organisationIds.slice(0, 5))
    await signFor(representative, delivered, organisationId);
  await deliver(coordinated, delivered, coAuthorIds);
  await open(coordinated, delivered);
  await signFor(representative, delivered, organisationIds[6] ?? '');
  await openStatement(coordinated, { title: 'Another statement' });

  const mails = [administratorMail, coordinatorMail, representativeMail];
  const secrets = [
    'canary',
    'example.org',
    'Board',
    first.id,
    first.digest,
    ...mails.map((mail) => hub.personId(mail)),
  ];
  return { administrator, coordinated, representative, organisationIds, delivered, draftCursor, secrets };
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
    },
    '... on CreateEventSuccess { event { id } }',
  );
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

/** Adds what nobody outside may notice: a draft, a draft that was withdrawn, people with roles and mandates. */
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
  const ids = [draft.statementId, withdrawn.statementId, statement.currentRevision.id, mandate.id, role.id];
  const secrets = ['Canary', draft.digest, withdrawn.digest, hub.personId(email), ...ids];
  await hub.settled();
  return { draft, cursor: statement.updateCursor, secrets };
}
