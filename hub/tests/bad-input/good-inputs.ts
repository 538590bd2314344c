import type { GraphClient } from '../whole-hub/graph-client.js';
import type { InProcessHub } from '../whole-hub/in-process-hub.js';
import { coordinatedCoalition, draftStatement, openStatement } from '../whole-hub/open-statement.js';

/** One input for each mutation, all of which the same person may send and none of which was sent yet. */
export interface GoodInputs {
  readonly person: GraphClient;
  readonly inputs: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Ids of things that there are, by the type's name. */
  readonly ids: Readonly<Record<string, string>>;
  /** A statement that is open. */
  readonly slug: string;
  readonly coalitionSlug: string;
}

const email = 'everybody@example.org';
const day = '2022-09-27';
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

export async function goodInputs(hub: InProcessHub): Promise<GoodInputs> {
  const person = await hub.administrator(email);
  const coordinated = await coordinatedCoalition(hub, person, 'A coalition', email);
  const { coalitionId } = coordinated;
  const register = async (name: string) => {
    const wanted = '... on RegisterOrganisationSuccess { organisation { id } }';
    const input = { name, country: 'ES' };
    return (await person.succeed<Record<'organisation', Thing>>('registerOrganisation', input, wanted))
      .organisation.id;
  };
  const [member, signer, other] = [
    await register('Member'),
    await register('Signer'),
    await register('Other'),
  ];
  const grant = { decidedOn: day, decidedBy: 'Board', email };
  await person.succeed('grantMandate', { ...grant, organisationId: signer, scopes: ['SIGN'] });
  const { mandate } = await person.succeed<Record<'mandate', Thing>>(
    'grantMandate',
    { ...grant, organisationId: other, scopes: ['SIGN'] },
    '... on GrantMandateSuccess { mandate { id } }',
  );
  const { membership } = await person.succeed<Record<'membership', Thing>>(
    'admitMember',
    { coalitionId, organisationId: member, joinedOn: '2020-01-01' },
    '... on AdmitMemberSuccess { membership { id } }',
  );
  const { role } = await person.succeed<Record<'role', Thing>>(
    'grantRole',
    { email: 'former@example.org', role: 'COORDINATOR', coalitionId },
    '... on GrantRoleSuccess { role { id } }',
  );
  const [draft, ready, toClose, open, closed, toWithdraw] = [
    await draftStatement(coordinated, { title: 'Draft' }),
    await draftStatement(coordinated, { title: 'Ready' }),
    await openStatement(coordinated, { title: 'To close' }),
    await openStatement(coordinated, { title: 'Open' }),
    await openStatement(coordinated, { title: 'Closed' }),
    await draftStatement(coordinated, { title: 'To withdraw' }),
  ];
  const { signature } = await person.succeed<Record<'signature', Thing>>(
    'signStatement',
    {
      statementId: closed.statementId,
      organisationId: signer,
      revisionDigest: closed.digest,
      idempotencyKey: 'signed-before',
    },
    '... on SignStatementSuccess { signature { id } }',
  );
  const { list } = await person.succeed<{ list: Thing & { digest: string } }>(
    'closeForSignature',
    { statementId: closed.statementId },
    '... on CloseForSignatureSuccess { list { id digest } }',
  );
  const event = {
    title: 'A session',
    session: '51',
    startsOn: '2022-09-12',
    endsOn: '2022-10-07',
    place: 'Geneva',
    country: 'CH',
    body: { code: 'HRC', name: 'Human Rights Council' },
  };
  const { event: held } = await person.succeed<Record<'event', Thing>>(
    'createEvent',
    { ...event, title: 'An earlier session' },
    '... on CreateEventSuccess { event { id } }',
  );
  const { agendaItem } = await person.succeed<Record<'agendaItem', Thing>>(
    'addAgendaItem',
    { eventId: held.id, number: '4', title: 'Situations' },
    '... on AddAgendaItemSuccess { agendaItem { id } }',
  );

  const inputs = {
    registerOrganisation: {
      name: 'Asociación de ejemplo',
      slug: 'asociacion',
      otherNames: [{ name: 'Example Association', language: 'en' }],
      country: 'ES',
      website: 'https://example.org/',
      identifiers: [{ scheme: 'ECOSOC', value: '1234' }],
    },
    createCoalition: { name: 'Another coalition', slug: 'another', purpose: 'To be there.' },
    admitMember: { coalitionId, organisationId: other, joinedOn: '2021-01-01', endedOn: '2030-12-31' },
    endMembership: { membershipId: membership.id, endedOn: '2021-12-31' },
    grantRole: { email: 'new@example.org', role: 'COORDINATOR', coalitionId },
    revokeRole: { roleId: role.id },
    grantMandate: {
      ...grant,
      organisationId: member,
      scopes: ['SIGN'],
      statementId: open.statementId,
      endsOn: '2090-01-01',
    },
    revokeMandate: { mandateId: mandate.id },
    createStatement: {
      coalitionId,
      slug: 'a-statement',
      kind: 'SUBMISSION',
      language: 'en',
      title: 'A statement',
      text: 'What we state.',
      coAuthorIds: [member],
    },
    reviseStatement: {
      statementId: draft.statementId,
      basedOn: 1,
      language: 'en',
      title: 'Revised',
      text: 'What we state now.',
    },
    openForSignature: { statementId: ready.statementId, revisionDigest: ready.digest, closesAt: inAnHour() },
    signStatement: {
      statementId: open.statementId,
      organisationId: signer,
      revisionDigest: open.digest,
      idempotencyKey: 'a-signature',
    },
    closeForSignature: { statementId: toClose.statementId },
    withdrawSignature: { signatureId: signature.id },
    createEvent: { ...event, slug: 'a-session' },
    addAgendaItem: { eventId: held.id, number: '5', title: 'Procedures' },
    recordDelivery: {
      statementId: closed.statementId,
      eventId: held.id,
      agendaItemId: agendaItem.id,
      listId: list.id,
      listDigest: list.digest,
      deliveredOn: day,
      deliveredByIds: [signer],
    },
    withdrawStatement: { statementId: toWithdraw.statementId },
  };
  const ids = { organisation: member, coalition: coalitionId, statement: open.statementId, event: held.id };
  return { person, inputs, ids, slug: open.slug, coalitionSlug: coordinated.coalitionSlug };
}

interface Thing {
  readonly id: string;
}
