import { type Ground, grant, type Inputs } from './ground.js';

/** For mutations about organisations, coalitions, and who may do what for them. */
export async function organisationInputs(ground: Ground, openId: string): Promise<Inputs> {
  const { member, other } = ground;
  const { coalitionId } = ground.coordinated;
  const mandate = await ground.make(
    'grantMandate',
    { ...grant, organisationId: other, scopes: ['SIGN'] },
    'mandate',
  );
  const role = await ground.make(
    'grantRole',
    { email: 'former@example.org', role: 'COORDINATOR', coalitionId },
    'role',
  );
  const network = await ground.register('A network', { kind: 'NETWORK' });
  const parent = await ground.register('A larger body');
  const known = {
    otherNames: [{ name: 'Example Association', language: 'en' }],
    country: 'ES',
    website: 'https://example.org/',
    identifiers: [{ scheme: 'REGISTRATION', value: '1234' }],
    consultativeStatus: { category: 'SPECIAL', since: '2015-07-20' },
    kind: 'CHAPTER',
    parentId: parent,
    networkIds: [network],
  };
  return {
    registerOrganisation: {
      ...known,
      name: 'Asociación de ejemplo',
      slug: 'asociacion',
      legalName: 'Asociación de ejemplo de derecho público',
      acronym: 'ADE',
    },
    updateOrganisation: {
      ...known,
      organisationId: await ground.register('To rename'),
      name: 'Renamed',
      legalName: 'Renamed by statute',
      acronym: 'RBS',
      identifiers: [{ scheme: 'REGISTRATION', value: '5678' }],
    },
    mergeOrganisations: {
      keepId: await ground.register('Kept'),
      mergeId: await ground.register('Merged'),
    },
    tellApart: { organisationIds: [await ground.register('Alike'), await ground.register('Alike too')] },
    createCoalition: { name: 'Another coalition', slug: 'another', purpose: 'To be there.' },
    admitMember: {
      coalitionId,
      organisationId: other,
      role: 'OBSERVER',
      joinedOn: '2021-01-01',
      endedOn: '2030-12-31',
    },
    endMembership: { membershipId: ground.membershipId, endedOn: '2021-12-31' },
    grantRole: { email: 'new@example.org', role: 'COORDINATOR', coalitionId },
    revokeRole: { roleId: role.id },
    grantMandate: {
      ...grant,
      organisationId: member,
      scopes: ['SIGN'],
      statementId: openId,
      endsOn: '2090-01-01',
    },
    revokeMandate: { mandateId: mandate.id },
    ...(await representativeInputs(ground)),
    ...(await claimInputs(ground)),
    ...(await invitationInputs(ground)),
    ...(await roleInputs(ground)),
    ...(await workingGroupInputs(ground)),
  };
}

/** The person administers an organisation, and is invited to act for it. */
async function representativeInputs(ground: Ground): Promise<Inputs> {
  const organisationId = await ground.register('With representatives');
  await ground.make('grantMandate', { ...grant, organisationId, scopes: ['ADMINISTER'] }, 'mandate');
  const said = {
    ...{ ...grant, organisationId, scopes: ['SIGN'], name: 'Programme officer', reference: 'Minutes 7' },
    ...{ startsOn: '2022-10-01', endsOn: '2090-01-01' },
  };
  const offer = () => ground.make('inviteRepresentative', said, 'mandate');
  const [toAccept, toDecline] = [await offer(), await offer()];
  return {
    inviteRepresentative: { ...said, email: 'invited@example.org' },
    acceptMandate: { mandateId: toAccept.id },
    declineMandate: { mandateId: toDecline.id },
  };
}

async function claimInputs(ground: Ground): Promise<Inputs> {
  const website = 'https://www.example.org/';
  const [toClaim, claimed] = [
    await ground.register('To claim', { website }),
    await ground.register('Claimed', { website }),
  ];
  const { email, ...decision } = grant;
  await ground.make('claimOrganisation', { organisationId: claimed, email }, 'organisation');
  const { viewer } = await ground.person.query<{ viewer: { claims: { id: string }[] } }>(
    '{ viewer { claims { id } } }',
  );
  const asked = await ground.make(
    'requestMandate',
    { ...decision, organisationId: await ground.register('Asked for') },
    'claim',
  );
  return {
    claimOrganisation: { organisationId: toClaim, email },
    confirmClaim: { claimId: viewer.claims[0]?.id },
    requestMandate: {
      ...decision,
      organisationId: await ground.register('To ask for'),
      ...{ name: 'Ana', reference: 'Minutes 8' },
    },
    answerMandateRequest: { claimId: asked.id, grant: false, reason: 'Nobody knows of it.' },
  };
}

async function invitationInputs(ground: Ground): Promise<Inputs> {
  const { coalitionId } = ground.coordinated;
  const invite = (organisationId: string) =>
    ground.make('inviteOrganisation', { coalitionId, organisationId }, 'invitation');
  const [toAnswer, toWithdraw] = [
    await invite(ground.signer),
    await invite(await ground.register('Invited in vain')),
  ];
  return {
    inviteOrganisation: {
      coalitionId,
      organisationId: await ground.register('To invite'),
      expiresOn: '2090-01-01',
      message: 'Join us.',
    },
    answerInvitation: { invitationId: toAnswer.id, accept: true },
    withdrawInvitation: { invitationId: toWithdraw.id },
  };
}

async function roleInputs(ground: Ground): Promise<Inputs> {
  const term = { coalitionId: ground.coordinated.coalitionId, organisationId: ground.lasting };
  const secretariat = await ground.make(
    'appointToRole',
    { ...term, role: 'SECRETARIAT', since: '2020-02-01' },
    'roleTerm',
  );
  return {
    appointToRole: { ...term, role: 'CHAIR', since: '2020-02-01', until: '2020-12-31' },
    endRoleTerm: { roleTermId: secretariat.id, until: '2021-12-31' },
  };
}

async function workingGroupInputs(ground: Ground): Promise<Inputs> {
  const { coalitionId } = ground.coordinated;
  const group = (name: string) =>
    ground.make('createWorkingGroup', { coalitionId, name, since: '2020-02-01' }, 'workingGroup');
  const [toJoin, toLeave, toEnd] = [await group('To join'), await group('To leave'), await group('To end')];
  const joined = await ground.make(
    'joinWorkingGroup',
    { workingGroupId: toLeave.id, organisationId: ground.lasting, since: '2020-03-01' },
    'workingGroupMembership',
  );
  return {
    createWorkingGroup: {
      coalitionId,
      name: 'Drafting',
      purpose: 'To write.',
      since: '2020-02-01',
      until: '2030-12-31',
    },
    joinWorkingGroup: {
      workingGroupId: toJoin.id,
      organisationId: ground.lasting,
      role: 'CHAIR',
      since: '2020-03-01',
      until: '2020-12-31',
    },
    leaveWorkingGroup: { workingGroupMembershipId: joined.id, until: '2020-12-31' },
    endWorkingGroup: { workingGroupId: toEnd.id, until: '2021-12-31' },
  };
}
