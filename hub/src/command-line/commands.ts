import type { HubCommand } from './command.js';
import { compose } from './compose.js';
import { rebuildProjections } from './rebuild-projections.js';
import { seed } from './seed.js';
import { start } from './start.js';
import { token } from './token.js';

/** In the order in which people meet them. */
export const commands: readonly HubCommand[] = [start, token, seed, rebuildProjections, compose];
