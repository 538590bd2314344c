import type { GraphClient } from '../whole-hub/graph-client.js';
import type { InProcessHub } from '../whole-hub/in-process-hub.js';
import { type Draft, draftStatement } from '../whole-hub/open-statement.js';
import { type Ground, mailboxOf, type People } from './access-people.js';

/** What not everybody may see; each has a mark that is nowhere else. */
export type Hidden =
  | 'draft'
  | 'consulted draft'
  | 'withdrawn draft'
  | 'superseded text'
  | 'inner amendment'
  | 'shared amendment'
  | 'inner comment'
  | 'shared comment'
  | 'invitation to sign'
  | 'invitation to sign a draft'
  | 'invitation to a coalition'
  | 'mandate'
  | 'offered mandate'
  | 'claim'
  | 'audit entry'
  | 'person';

/** Statements that are hidden as a whole, or in part. */
export interface Statements {
  readonly draft: Draft;
  readonly consulted: Draft;
  readonly withdrawn: Draft;
  /** Open for signature; revised before. */
  readonly open: Draft;
}

export interface HiddenThings {
  readonly marks: Readonly<Record<Hidden, string>>;
  readonly statements: Statements;
  /** By statement: where its feed stood when nothing had happened to it yet. */
  readonly cursors: Readonly<Record<keyof Statements, string>>;
  readonly revisionIds: readonly string[];
}

const mark = (thing: string) => `mark-${thing.replaceAll(' ', '-')}`;

export async function hideThings(hub: InProcessHub, people: People, ground: Ground): Promise<HiddenThings> {
  const { coordinator } = people;
  const { coalitionId, coalitionSlug, memberId, coAuthorId, outsideId } = ground;
  const coordinated = { coalitionId, coalitionSlug, coordinator };
  const write = (slug: string, text: string) =>
    draftStatement(coordinated, {
      slug,
      title: text,
      text: `${text} is what we say.`,
      coAuthorIds: [coAuthorId],
    });
  const draft = await write('a-draft', mark('draft'));
  const consulted = await write('a-consulted-draft', mark('consulted draft'));
  const withdrawn = await write('a-withdrawn-draft', mark('withdrawn draft'));
  const superseded = await write('an-open-letter', mark('superseded text'));
  const texts = [draft, consulted, withdrawn, superseded];
  const stood = await Promise.all(texts.map((each) => standing(coordinator, each.slug)));

  await coordinator.succeed('addTranslation', {
    ...{ statementId: draft.statementId, revisionNumber: 1, language: 'es' },
    ...{ title: mark('draft'), text: mark('draft') },
  });
  await revise(coordinator, draft, mark('draft'));
  await coordinator.succeed('withdrawStatement', { statementId: withdrawn.statementId });
  const open = await openRevised(coordinator, superseded);
  await deliberate(people, consulted, coAuthorId);

  const invite = async (statementId: string) => {
    const { invitations } = await coordinator.succeed<{ invitations: { id: string }[] }>(
      'inviteToSign',
      { statementId, organisationIds: [memberId] },
      '... on InviteToSignSuccess { invitations { id } }',
    );
    return invitations[0]?.id ?? '';
  };
  const toSign = await invite(open.statementId);
  const toSignDraft = await invite(draft.statementId);
  await coordinator.succeed('inviteOrganisation', {
    ...{ coalitionId, organisationId: outsideId },
    message: mark('invitation to a coalition'),
  });
  const decision = { decidedOn: '2022-09-01', organisationId: memberId, scopes: ['SIGN'] };
  await people.manager.succeed('grantMandate', {
    ...decision,
    email: 'another-signer@access.example',
    decidedBy: mark('mandate'),
  });
  await people.manager.succeed('inviteRepresentative', {
    ...decision,
    email: 'offered@access.example',
    decidedBy: mark('offered mandate'),
  });
  const claimant = await hub.person('claimant@access.example');
  await claimant.succeed('requestMandate', {
    organisationId: memberId,
    decidedOn: '2022-09-01',
    decidedBy: mark('claim'),
  });
  await hub.settled();
  const entries = await people.manager.query<{
    organisation: { auditLog: { edges: { node: { id: string } }[] } };
  }>('query ($id: ID!) { organisation(id: $id) { auditLog(first: 1) { edges { node { id } } } } }', {
    id: memberId,
  });
  const first = (thing: Hidden) => [thing, mark(thing)] as const;
  return {
    marks: {
      ...(Object.fromEntries(
        (
          [
            'draft',
            'consulted draft',
            'withdrawn draft',
            'superseded text',
            'inner amendment',
            'shared amendment',
            'inner comment',
            'shared comment',
            'invitation to a coalition',
            'mandate',
            'offered mandate',
            'claim',
          ] as const
        ).map(first),
      ) as Record<Hidden, string>),
      'invitation to sign': toSign,
      'invitation to sign a draft': toSignDraft,
      'audit entry': entries.organisation.auditLog.edges[0]?.node.id ?? 'none',
      person: hub.personId(mailboxOf('signer')),
    },
    statements: { draft, consulted, withdrawn, open },
    cursors: {
      draft: stood[0]?.cursor ?? '',
      consulted: stood[1]?.cursor ?? '',
      withdrawn: stood[2]?.cursor ?? '',
      open: stood[3]?.cursor ?? '',
    },
    revisionIds: stood.map(({ revisionId }) => revisionId),
  };
}

async function standing(reader: GraphClient, slug: string): Promise<{ cursor: string; revisionId: string }> {
  const { statement } = await reader.query<{
    statement: { updateCursor: string; currentRevision: { id: string } };
  }>('query ($slug: String!) { statement(slug: $slug) { updateCursor currentRevision { id } } }', { slug });
  return { cursor: statement.updateCursor, revisionId: statement.currentRevision.id };
}

async function revise(coordinator: GraphClient, { statementId }: Draft, text: string): Promise<string> {
  const { revision } = await coordinator.succeed<{ revision: { digest: string } }>(
    'reviseStatement',
    { statementId, basedOn: 1, title: text, text: `${text}, once more.` },
    '... on ReviseStatementSuccess { revision { digest } }',
  );
  return revision.digest;
}

async function openRevised(coordinator: GraphClient, draft: Draft): Promise<Draft> {
  const digest = await revise(coordinator, draft, 'An open letter');
  await coordinator.succeed('openForSignature', {
    statementId: draft.statementId,
    revisionDigest: digest,
    closesAt: new Date(Date.now() + 86_400_000).toISOString(),
  });
  return { ...draft, digest };
}

/** What is said about a draft, before members are consulted and after. */
async function deliberate(
  { coordinator, coAuthor }: People,
  { statementId }: Draft,
  organisationId: string,
): Promise<void> {
  const say = async (inner: 'inner' | 'shared') => {
    await coAuthor.succeed('proposeAmendment', {
      ...{ statementId, revisionNumber: 1, organisationId, passage: 'what we say' },
      ...{ replacement: mark(`${inner} amendment`), reason: mark(`${inner} amendment`) },
    });
    await coAuthor.succeed('commentOnStatement', {
      statementId,
      organisationId,
      text: mark(`${inner} comment`),
    });
  };
  await say('inner');
  await coordinator.succeed('startConsultation', { statementId });
  await say('shared');
}
