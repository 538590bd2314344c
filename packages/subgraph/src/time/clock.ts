/** Time as this process sees it: for tokens and logs. Deadlines are decided by the database's `hub_now()`. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
