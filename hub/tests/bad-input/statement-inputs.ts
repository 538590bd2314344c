import { draftStatement } from '../whole-hub/open-statement.js';
import type { Ground, Inputs } from './ground.js';

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

const apparatus = {
  addressees: [{ kind: 'STATES', name: 'All States', demands: ['Act now.'] }],
  footnotes: [{ term: 'we', text: 'Who signs.' }],
};

/** For mutations about texts, from the first draft until they are opened. */
export async function statementInputs(ground: Ground): Promise<Inputs> {
  const { coordinated, member, lasting } = ground;
  const draft = (title: string) => draftStatement(coordinated, { title });
  const [toRevise, toTranslate, toConsult, ready, toWithdraw] = [
    await draft('Draft'),
    await draft('To translate'),
    await draft('To consult'),
    await draft('Ready'),
    await draft('To withdraw'),
  ];
  const [toDiscuss, toAmend] = [await consulted(ground, 'To discuss'), await consulted(ground, 'To amend')];
  const [discussed, undecided] = [await amendment(ground, toDiscuss), await amendment(ground, toAmend)];
  return {
    createStatement: {
      coalitionId: coordinated.coalitionId,
      slug: 'a-statement',
      kind: 'SUBMISSION',
      language: 'en',
      title: 'A statement',
      text: 'What we state.',
      coAuthorIds: [member],
      ...apparatus,
    },
    reviseStatement: {
      statementId: toRevise.statementId,
      basedOn: 1,
      language: 'en',
      title: 'Revised',
      text: 'What we state now.',
      ...apparatus,
    },
    addTranslation: {
      statementId: toTranslate.statementId,
      revisionNumber: 1,
      language: 'es',
      title: 'Una carta',
      text: 'Escribimos a todos los Estados.',
    },
    startConsultation: { statementId: toConsult.statementId },
    commentOnStatement: {
      statementId: toDiscuss,
      amendmentId: discussed.id,
      organisationId: lasting,
      text: 'We agree.',
    },
    proposeAmendment: {
      statementId: toDiscuss,
      revisionNumber: 1,
      organisationId: lasting,
      passage: 'all States',
      replacement: 'every State',
      reason: 'It is more exact.',
    },
    decideAmendment: { amendmentId: undecided.id, decision: 'ACCEPT', note: 'Agreed.' },
    openForSignature: { statementId: ready.statementId, revisionDigest: ready.digest, closesAt: inAnHour() },
    withdrawStatement: { statementId: toWithdraw.statementId },
  };
}

async function consulted({ person, coordinated }: Ground, title: string): Promise<string> {
  const { statementId } = await draftStatement(coordinated, { title });
  await person.succeed('startConsultation', { statementId });
  return statementId;
}

function amendment(ground: Ground, statementId: string) {
  const change = { passage: 'We write', replacement: 'We turn', reason: 'It is stronger.' };
  const input = { statementId, revisionNumber: 1, organisationId: ground.lasting, ...change };
  return ground.make('proposeAmendment', input, 'amendment');
}
