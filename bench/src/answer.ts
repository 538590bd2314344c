import { SIGNATURES } from './operation.js';

export interface SignedOrganisation {
  readonly slug: string;
  readonly name: string;
  readonly country: string | null;
}

export interface SignatureNode {
  readonly nameAsSigned: string;
  readonly organisation: SignedOrganisation | null;
}

/** The statement as every contender answers it. */
export interface StatementAnswer {
  readonly slug: string;
  readonly title: string;
  readonly signatures: {
    readonly totalCount: number;
    readonly edges: readonly { readonly node: SignatureNode }[];
  };
}

/**
 * Takes the statement out of an answer's body.
 *
 * @param source who answered, for the message
 * @throws where there are errors, no statement, or another number of signatures than expected
 */
export function statementIn(body: string, source: string): StatementAnswer {
  const { data, errors } = JSON.parse(body) as {
    data?: { statement?: StatementAnswer | null };
    errors?: unknown;
  };
  const statement = data?.statement;
  if (errors !== undefined || !statement)
    throw new Error(`${source} did not give the statement: ${body.slice(0, 600)}`);
  const given = statement.signatures.edges.length;
  if (given === SIGNATURES && statement.signatures.totalCount === SIGNATURES) return statement;
  throw new Error(
    `${source} gave ${given} signatures and a total of ${statement.signatures.totalCount}, and not ${SIGNATURES}.`,
  );
}
