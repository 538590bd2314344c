/**
 * Edits that may lead from one side of a comparison to the other: to find n of them takes n² steps, so without a bound two
 * texts of 100,000 characters that have nothing in common would take minutes. Who reads a paragraph in which so many
 * words changed reads it anew anyway.
 */
export const mostEdits = 1_000;

/** What is left of the steps that a whole comparison may take, for all paragraphs together. */
export class Edits {
  #steps: number = mostEdits ** 2;

  /** How many may be found in the next paragraph. */
  get left(): number {
    return Math.floor(Math.sqrt(this.#steps));
  }

  spend(count: number): void {
    this.#steps = Math.max(0, this.#steps - count ** 2);
  }
}
