import { badInput } from '@coalition-hub/subgraph';

/** The same whether the statement does not exist or is not open to whoever asks. */
export const statementNotOpen = () => badInput('There is no such statement, or it is not open to you.');
