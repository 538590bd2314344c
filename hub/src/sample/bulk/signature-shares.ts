export interface SignatureNumbers {
  readonly organisations: number;
  readonly statements: number;
  readonly signatures: number;
}

/** How fast statements become smaller: with it, of 1,000,000 on 5,000 the first gets 5 %, and half get below 100. */
const steepness = 0.83;

/**
 * How many signatures each statement gets: all that were asked for, the first statements by far the most, none more
 * than there are organisations.
 */
export function* signatureShares({
  organisations,
  statements,
  signatures,
}: SignatureNumbers): Generator<number> {
  let left = signatures;
  let weightLeft = 0;
  for (let index = 0; index < statements; index += 1) weightLeft += weightOf(index);
  for (let index = 0; index < statements; index += 1) {
    const even = Math.ceil(left / (statements - index));
    const fair = Math.round((left * weightOf(index)) / weightLeft);
    const share = Math.min(organisations, left, Math.max(even, fair));
    weightLeft -= weightOf(index);
    left -= share;
    yield share;
  }
}

const weightOf = (index: number) => (index + 1) ** -steepness;
