import { asSurvivors, type CommandScope, InvalidInput, refuse } from '@coalition-hub/subgraph';
import type { Tables } from '../entities/tables.js';

/**
 * For which of the organisations that sent the person something is said: the one asked for, or the only one. One that
 * was merged may be asked for by its old id.
 * @param voices as they are now, under `holdMerges`
 */
export async function chooseVoice(
  { sql: db }: CommandScope<Tables>,
  voices: readonly string[],
  asked: string | null | undefined,
): Promise<string> {
  const [only] = voices;
  if (asked == null && voices.length === 1 && only !== undefined) return only;
  const [meant] = asked == null ? [] : await asSurvivors(db, [asked]);
  if (meant !== undefined && voices.includes(meant)) return meant;
  refuse(
    new InvalidInput(
      'organisationId',
      asked == null
        ? '"organisationId" must say for which organisation you speak: you may for several.'
        : '"organisationId" must be of a co-author or member that gave you a mandate.',
    ),
  );
}
