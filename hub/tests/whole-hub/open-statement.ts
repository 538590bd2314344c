import type { GraphClient } from './graph-client.js';
import type { InProcessHub } from './in-process-hub.js';

/** A coalition and the person who coordinates it. */
export interface Coordinated {
  readonly coalitionId: string;
  readonly coalitionSlug: string;
  readonly coordinator: GraphClient;
}

export interface Draft {
  readonly statementId: string;
  readonly slug: string;
  /** Of its one revision. */
  readonly digest: string;
}

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

export async function coordinatedCoalition(
  hub: InProcessHub,
  administrator: GraphClient,
  name: string,
  email: string,
): Promise<Coordinated> {
  const { coalition } = await administrator.succeed<{ coalition: { id: string; slug: string } }>(
    'createCoalition',
    { name },
    '... on CreateCoalitionSuccess { coalition { id slug } }',
  );
  await administrator.succeed('grantRole', { email, role: 'COORDINATOR', coalitionId: coalition.id });
  return {
    coalitionId: coalition.id,
    coalitionSlug: coalition.slug,
    coordinator: await hub.person(email),
  };
}

/** @param changes fields of the input that should differ */
export async function draftStatement(
  { coalitionId, coordinator }: Coordinated,
  changes: object = {},
): Promise<Draft> {
  const input = {
    coalitionId,
    kind: 'OPEN_LETTER',
    language: 'en',
    title: 'A letter to all States',
    text: 'We write to all States.',
    coAuthorIds: [],
    ...changes,
  };
  const { statement } = await coordinator.succeed<{
    statement: { id: string; slug: string; currentRevision: { digest: string } };
  }>(
    'createStatement',
    input,
    '... on CreateStatementSuccess { statement { id slug currentRevision { digest } } }',
  );
  return { statementId: statement.id, slug: statement.slug, digest: statement.currentRevision.digest };
}

/** Open for an hour. */
export async function openStatement(coordinated: Coordinated, changes: object = {}): Promise<Draft> {
  const draft = await draftStatement(coordinated, changes);
  const { statementId, digest: revisionDigest } = draft;
  await coordinated.coordinator.succeed('openForSignature', {
    statementId,
    revisionDigest,
    closesAt: inAnHour(),
  });
  return draft;
}
