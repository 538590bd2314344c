import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { UsageError } from './option-values.js';

/**
 * The values of a command line that consists of these options only.
 * @throws {UsageError}
 */
export function readArguments<const Known extends ParseArgsOptionsConfig>(
  argv: readonly string[],
  options: Known,
) {
  try {
    return parseArgs({ args: [...argv], options }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
