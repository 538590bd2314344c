import { type Draft, openStatement } from '../whole-hub/open-statement.js';
import type { Ground, Inputs, Thing } from './ground.js';

export interface FrozenList extends Thing {
  readonly digest: string;
}

/** A statement that was signed and closed. */
export interface Closed {
  readonly statementId: string;
  readonly signatureId: string;
  readonly list: FrozenList;
}

export async function closedStatement(ground: Ground): Promise<Closed> {
  const { statementId, digest: revisionDigest } = await openStatement(ground.coordinated, {
    title: 'Closed',
    slug: 'closed',
  });
  const { signer: organisationId } = ground;
  const signature = await ground.make(
    'signStatement',
    { statementId, organisationId, revisionDigest, idempotencyKey: 'signed-before' },
    'signature',
  );
  const list = await ground.make<FrozenList>('closeForSignature', { statementId }, 'list', 'id digest');
  return { statementId, signatureId: signature.id, list };
}

/** For mutations about who signs. */
export async function signatoryInputs(ground: Ground, open: Draft, closed: Closed): Promise<Inputs> {
  const { lasting, signer } = ground;
  const toClose = await openStatement(ground.coordinated, { title: 'To close' });
  const { statementId, digest: revisionDigest } = open;
  const invitedInVain = await ground.register('Asked in vain');
  const invite = async (organisationId: string) => {
    const input = { statementId, organisationIds: [organisationId] };
    const [invitation] = await ground.make<Thing[]>('inviteToSign', input, 'invitations');
    return invitation?.id;
  };
  return {
    signStatement: { statementId, organisationId: signer, revisionDigest, idempotencyKey: 'a-signature' },
    reportPersonSignature: {
      statementId,
      revisionDigest,
      person: { name: 'Ada Example', capacity: 'Professor of law' },
      signedOn: new Date().toISOString().slice(0, 10),
    },
    closeForSignature: { statementId: toClose.statementId },
    withdrawSignature: { signatureId: closed.signatureId },
    inviteToSign: { statementId, organisationIds: [await ground.register('To ask')] },
    declineToSign: { invitationId: await invite(lasting) },
    withdrawSigningInvitation: { invitationId: await invite(invitedInVain) },
  };
}
