import { type CommandScope, slugEndingIn, slugOf } from '@coalition-hub/subgraph';
import type { Tables } from '../entities/tables.js';

/**
 * A slug for a draft that nobody has named: the title, and an ending that cannot be guessed. Made of the title alone, it
 * would tell whoever tries the same title whether another coalition drafts under it: by a number behind theirs.
 */
export function slugOfDraft(scope: Pick<CommandScope<Tables>, 'newId'>, title: string): string {
  const ending = scope.newId('slug').replaceAll('-', '').slice(0, 8);
  return slugEndingIn(slugOf(title), ending);
}
