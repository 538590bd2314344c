import type { Question } from './ask.js';
import type { World } from './world.js';

/** One thing that is asked of both hubs. */
export interface Line {
  readonly name: string;
  /** What decides: how many times longer the large hub takes, or how long it takes at the worst. */
  readonly decides: Deciding;
  /**
   * @param turn counts up over all rounds, so that what is asked varies; equal turns ask the same of both hubs
   */
  question(world: World, turn: number): Question | Promise<Question>;
  /** Made ready before a round and not measured. */
  prepare?(world: World, turns: readonly number[]): Promise<void>;
}

/** `ratio`: of the medians; `p95Ms`: of the large hub. */
export type Deciding = 'ratio' | 'p95Ms';

/** Different from turn to turn, so that no two requests are the same. */
export const sizeOf = (turn: number) => 17 + (turn % 4);

export function inTurn<T>(values: readonly T[], turn: number): T {
  if (values.length === 0) throw new Error('The hub has nothing to ask for here.');
  return values[turn % values.length] as T;
}
