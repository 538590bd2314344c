import { setImmediate } from 'node:timers/promises';
import { badInput } from '@coalition-hub/subgraph';
import type DataLoader from 'dataloader';
import type { RevisionNumber } from '../loaders/revisions-by-number.js';
import type { DifferenceBlock } from '../types/difference.js';
import type { Revision } from '../types/revision.js';
import { differenceOf } from './difference-of.js';

/** Comparing two long texts takes a while, during which this process does nothing else. */
const mostPerOperation = 5;

/** Compares revisions for one operation, one pair after the other, with room for others' work in between. */
export class Differences {
  #asked: number = 0;
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly revisions: Pick<DataLoader<RevisionNumber, Revision | null>, 'load'>) {}

  /**
   * Null where either revision does not exist for the viewer.
   * @throws Fault BAD_USER_INPUT where an operation asks for too many
   */
  async between(statementId: string, from: number, to: number): Promise<DifferenceBlock[] | null> {
    this.#asked += 1;
    if (this.#asked > mostPerOperation) {
      throw badInput(`An operation may ask for ${mostPerOperation} differences at most.`);
    }
    const [before, after] = await Promise.all(
      [from, to].map((number) => this.revisions.load({ statementId, number })),
    );
    return before && after ? this.#inTurn(() => differenceOf(before, after)) : null;
  }

  #inTurn<Result>(work: () => Result): Promise<Result> {
    const turn = this.#last.then(() => setImmediate()).then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
