/** A message that a subgraph does not take for the gateway's. `message` is for the log: the sender is not told. */
export class NotFromGateway extends Error {}
