import { InvalidInput, refuse } from '@coalition-hub/subgraph';

/** For which of the organisations that sent the person something is said: the one asked for, or the only one. */
export function chooseVoice(voices: readonly string[], asked: string | null | undefined): string {
  const [only] = voices;
  if (asked == null && voices.length === 1 && only !== undefined) return only;
  if (asked != null && voices.includes(asked)) return asked;
  refuse(
    new InvalidInput(
      'organisationId',
      asked == null
        ? '"organisationId" must say for which organisation you speak: you may for several.'
        : '"organisationId" must be of a co-author or member that gave you a mandate.',
    ),
  );
}
