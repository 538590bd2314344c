/** What the compiler has to accept and to refuse; compiled with the tests, never run. */
import {
  type HubClient,
  type HubError,
  isSuccess,
  SignStatement,
  StatementSignatures,
  type StatementUpdate,
  signaturesOf,
  successOf,
} from '@coalition-hub/client';
import { graphql, type ResultOf } from '@coalition-hub/client/graphql';

type Same<A, B> = [A, B] extends [B, A] ? true : false;

export async function queries(client: HubClient): Promise<void> {
  const Titles = graphql('query ($slug: String!) { statement(slug: $slug) { title status } }');
  const { statement } = await client.query(Titles, { slug: 'a' });
  const exact: Same<typeof statement, ResultOf<typeof Titles>['statement']> = true;
  const title: string | undefined = statement?.title;
  // @ts-expect-error a statement may be missing
  statement.title;
  // @ts-expect-error it was not selected
  statement?.slug;
  // @ts-expect-error no such status
  const wrong = statement?.status === 'SIGNED';
  // @ts-expect-error the slug is needed
  await client.query(Titles);
  // @ts-expect-error the slug is text
  await client.query(Titles, { slug: 1 });
  // @ts-expect-error no such variable
  await client.query(Titles, { slug: 'a', slugg: 'b' });
  // @ts-expect-error of plain text nothing is known
  (await client.query('{ viewer { id } }')).viewer;
  await client.query(graphql('{ viewer { id } }'));
  void [exact, title, wrong];
}

export async function mutations(client: HubClient): Promise<string> {
  const input = { statementId: 'a', revisionDigest: 'b', organisationId: 'c' };
  await client.mutate(SignStatement, { input: { ...input, idempotencyKey: 'my-own-key' } });
  // @ts-expect-error the digest is needed
  await client.mutate(SignStatement, { input: { statementId: 'a' } });
  const { signStatement } = await client.mutate(SignStatement, { input });
  // @ts-expect-error it may be a refusal
  signStatement.signature.id;
  if (isSuccess(signStatement)) return signStatement.signature.id;
  // @ts-expect-error only some refusals have a field
  signStatement.field;
  switch (signStatement.__typename) {
    case 'InvalidInput':
      return signStatement.field;
    case 'RevisionChanged':
      return signStatement.revision.digest;
    // @ts-expect-error no such outcome
    case 'RevisionForgotten':
      return '';
    default:
      return `${signStatement.code} ${signStatement.message} ${successOf(signStatement)}`;
  }
}

export async function lists(client: HubClient): Promise<void> {
  for await (const { nameAsSigned, organisation } of signaturesOf(client, {
    slug: 'a',
    list: 'AT_DELIVERY',
  })) {
    const country: string | null | undefined = organisation?.country;
    void [nameAsSigned.length, country];
  }
  // @ts-expect-error no such list
  signaturesOf(client, { slug: 'a', list: 'YESTERDAY' });
  // @ts-expect-error a title is no list
  client.each(StatementSignatures, { slug: 'a' }, ({ statement }) => statement?.title);
  // @ts-expect-error this document has no pages
  client.each(graphql('query ($slug: String!) { statement(slug: $slug) { id } }'), { slug: 'a' }, () => null);
}

export async function updates(client: HubClient): Promise<void> {
  for await (const update of client.statementUpdated({ slug: 'a' })) {
    const same: Same<typeof update, StatementUpdate> = true;
    // @ts-expect-error it may be about something else
    update.signature.id;
    void same;
  }
  // @ts-expect-error no slug
  client.coalitionUpdated({ after: 'a' });
  const Own = graphql('subscription ($slug: String!) { statementUpdated(slug: $slug) { cursor } }');
  // @ts-expect-error it cannot go on without $after
  client.subscribe(Own, { slug: 'a' }, { cursorOf: ({ statementUpdated }) => statementUpdated.cursor });
}

export function errors(error: HubError): string {
  switch (error.code) {
    case 'NETWORK':
      return 'try again';
    // What the hub adds later is let in.
    case 'SOMETHING_NEW':
      return '';
    default:
      return error.requestId ?? '';
  }
}
