import { expect } from '@jest/globals';
import type { GraphClient, Outcome } from '../whole-hub/graph-client.js';
import type { Signer } from './coalition-of-130.js';

/** The text that can be signed, and one that the coalition drafted before. */
export interface Texts {
  readonly statementId: string;
  readonly digest: string;
  readonly drafted: string;
}

export interface SigningAnswer extends Outcome {
  readonly signature?: { readonly id: string; readonly late?: boolean };
  readonly revision?: { readonly number: number; readonly digest: string };
  readonly state?: string;
}

/** What a signer is shown, whatever came of signing. */
const shown = `
  ... on SignStatementSuccess { signature { id late } }
  ... on AlreadySigned { signature { id } }
  ... on RevisionChanged { revision { number digest } }
  ... on StatementNotOpen { state }`;

export function sign(
  as: GraphClient,
  organisationId: string,
  { statementId, digest }: Pick<Texts, 'statementId' | 'digest'>,
  idempotencyKey: string,
): Promise<SigningAnswer> {
  const input = { statementId, organisationId, revisionDigest: digest, idempotencyKey };
  return as.mutate<SigningAnswer>('signStatement', input, shown);
}

/** @returns the signature's id */
export async function mustSign(
  { representative, organisationId }: Signer,
  texts: Pick<Texts, 'statementId' | 'digest'>,
  idempotencyKey: string,
): Promise<string> {
  const answer = await sign(representative, organisationId, texts, idempotencyKey);
  if (answer.__typename === 'SignStatementSuccess' && answer.signature) return answer.signature.id;
  throw new Error(`Signing was refused: ${JSON.stringify(answer)}`);
}

type Attempt = (signer: Signer, texts: Texts, key: string, others: readonly GraphClient[]) => Promise<string>;

/** Different ways to go about one's signature; each ends with the organisation having signed once. */
export const attempts: readonly Attempt[] = [
  async function once(signer, texts, key) {
    return mustSign(signer, texts, key);
  },
  async function withTheDigestOfADraftFirst(signer, texts, key) {
    const { representative, organisationId } = signer;
    const draft = { ...texts, digest: texts.drafted };
    expect(await sign(representative, organisationId, draft, `${key}-draft`)).toMatchObject({
      __typename: 'RevisionUnknown',
    });
    return mustSign(signer, texts, key);
  },
  async function withAnUnknownDigestFirst(signer, texts, key) {
    const { representative, organisationId } = signer;
    const unknown = { ...texts, digest: 'f'.repeat(64) };
    expect(await sign(representative, organisationId, unknown, `${key}-unknown`)).toMatchObject({
      __typename: 'RevisionUnknown',
    });
    return mustSign(signer, texts, key);
  },
  async function afterOthersWithoutMandate(signer, texts, key, others) {
    for (const other of others) {
      expect(await sign(other, signer.organisationId, texts, key)).toMatchObject({
        __typename: 'MandateMissing',
      });
    }
    return mustSign(signer, texts, key);
  },
  async function twiceAtOnceWithTheSameKey(signer, texts, key) {
    const [first, second] = await Promise.all([mustSign(signer, texts, key), mustSign(signer, texts, key)]);
    expect(second).toBe(first);
    return first;
  },
  async function twiceAtOnceWithAnotherKey({ representative, organisationId }, texts, key) {
    const answers = await Promise.all(
      [key, `${key}-again`].map((each) => sign(representative, organisationId, texts, each)),
    );
    const kinds = new Set(answers.map(({ __typename }) => __typename));
    expect(kinds).toEqual(new Set(['SignStatementSuccess', 'AlreadySigned']));
    const [first, second] = answers.map(({ signature }) => signature?.id);
    expect(second).toBe(first);
    return first ?? '';
  },
];
