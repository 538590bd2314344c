import { setTimeout as sleep } from 'node:timers/promises';
import { type StatementAnswer, statementIn } from './answer.js';
import { OPERATION, requestBody, SIGNATURES } from './operation.js';
import { postOperation } from './post-operation.js';

const SLUGS = `{ statements(first: 200) { edges { node { slug signatures(first: 1) { totalCount } } } } }`;
const POLL_MS = 100;
const PATIENCE_MS = 30_000;

interface Slugs {
  readonly data?: {
    readonly statements: {
      readonly edges: readonly { readonly node: { slug: string; signatures: { totalCount: number } } }[];
    };
  };
}

/**
 * Reads the sample statement through the hub's public API. Counts reach it by event, so it is waited for.
 *
 * @param url of the hub's GraphQL endpoint
 * @throws where the sample data have no statement with 108 signatures
 */
export async function readSampleStatement(url: string): Promise<StatementAnswer> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  for (;;) {
    const slug = await findSlug(url);
    if (slug !== undefined) {
      return statementIn(await postOperation(url, requestBody(OPERATION, slug, SIGNATURES)), 'The hub');
    }
    if (performance.now() > giveUpAt)
      throw new Error(`No statement of the sample data has ${SIGNATURES} signatures.`);
    await sleep(POLL_MS);
  }
}

async function findSlug(url: string): Promise<string | undefined> {
  const body = await postOperation(url, JSON.stringify({ query: SLUGS }));
  const { data } = JSON.parse(body) as Slugs;
  if (!data) throw new Error(`The hub did not list its statements: ${body.slice(0, 600)}`);
  return data.statements.edges.find(({ node }) => node.signatures.totalCount === SIGNATURES)?.node.slug;
}
