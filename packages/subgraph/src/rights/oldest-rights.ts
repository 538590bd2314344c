/** Rights older than this decide nothing, in ms. */
export const oldestRights = 5_000;
