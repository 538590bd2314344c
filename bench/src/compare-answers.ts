import { isDeepStrictEqual } from 'node:util';
import { type StatementAnswer, statementIn } from './answer.js';
import type { Contender } from './contender.js';
import { pageSizesOf, requestBody } from './operation.js';
import { postOperation } from './post-operation.js';

/**
 * Asks every contender for the smallest, the largest and some other pages that the load will ask for.
 *
 * @throws where one of them answers anything else than `expected`
 */
export async function compareAnswers(
  contenders: readonly Contender[],
  expected: StatementAnswer,
): Promise<void> {
  const sizes = pageSizesOf(0, 1).filter((_, index, all) => index % 23 === 0 || index === all.length - 1);
  for (const contender of contenders) {
    for (const size of sizes) await compareAnswer(contender, expected, size);
  }
}

async function compareAnswer(
  { name, url, query }: Contender,
  expected: StatementAnswer,
  size: number,
): Promise<void> {
  const body = await postOperation(url, requestBody(query, expected.slug, size));
  const given = statementIn(body, name);
  if (isDeepStrictEqual(given, expected)) return;
  throw new Error(
    `${name} answers something else than the hub (first: ${size}): ${firstDifference(given, expected)}`,
  );
}

function firstDifference(given: StatementAnswer, expected: StatementAnswer): string {
  const index = given.signatures.edges.findIndex(
    (edge, at) => !isDeepStrictEqual(edge, expected.signatures.edges[at]),
  );
  const pair =
    index === -1 ? [given, expected] : [given.signatures.edges[index], expected.signatures.edges[index]];
  return pair.map((value) => JSON.stringify(value).slice(0, 300)).join(' instead of ');
}
