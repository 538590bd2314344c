/**
 * Rights older than this decide nothing, in ms: with the second that a command may go on by them unasked, what is taken
 * away is gone everywhere within 5 s.
 */
export const oldestRights = 4_000;
