/** Of one answer or event, in bytes: a subgraph that never ends must not take the gateway with it. */
export const longestAnswer = 16_777_216;
