import type { Question } from './ask.js';
import type { World } from './world.js';

/** One thing that is asked of both hubs. */
export interface Line {
  readonly name: string;
  /** What decides: how much longer the large hub takes than the sample, or how long it takes at the worst. */
  readonly limit: { readonly kind: 'ratio' | 'p95Ms'; readonly most: number };
  /**
   * @param turn counts up over all rounds, so that what is asked varies; equal turns ask the same of both hubs
   */
  question(world: World, turn: number): Question | Promise<Question>;
  /** Made ready before a round and not measured. */
  prepare?(world: World, turns: readonly number[]): Promise<void>;
}

/** As the project's requirements say. */
export const mostTimes = 2.0;
export const mostSearchMs = 100;

export const byRatio = { kind: 'ratio', most: mostTimes } as const;
export const byTime = { kind: 'p95Ms', most: mostSearchMs } as const;

/** Different from turn to turn, so that no two requests are the same. */
export const sizeOf = (turn: number) => 17 + (turn % 4);

export function inTurn<T>(values: readonly T[], turn: number): T {
  if (values.length === 0) throw new Error('The hub has nothing to ask for here.');
  return values[turn % values.length] as T;
}
