import { foldWords } from '../reading/fold-words.js';

/** What a row of a list of changes says of a body. */
export type Change = 'JOINED' | 'LEFT';

/** What the cell of a change says; null for nothing. */
export type ChangeReading = { readonly change: Change | null } | { readonly unreadable: string };

const words: Readonly<Record<Change, string>> = {
  JOINED:
    'added, add, joined, join, joins, initial, new, in, signed, signed on, admitted, member, renamed, alta, agregado, agregada, anadido, anadida, incorporado, incorporada, ingreso, inicial, firmado, ajoute, ajoutee, adhesion, entree, arrivee, initiale, signe',
  LEFT: 'removed, remove, left, leaves, leave, deleted, out, withdrawn, withdrew, withdrawal, resigned, expelled, baja, retirado, retirada, eliminado, eliminada, salida, salio, retire, retiree, supprime, supprimee, sortie, depart, parti, demission',
};

const known: ReadonlyMap<string, Change> = new Map(
  (['JOINED', 'LEFT'] as const).flatMap((change) =>
    words[change].split(',').map((word) => [foldWords(word).join(' '), change] as const),
  ),
);

/** Reads "added", "removed" and what lists say instead, in English, French and Spanish. */
export function readChange(text: string): ChangeReading {
  const folded = foldWords(text).join(' ');
  if (folded === '' && text.trim() === '') return { change: null };
  const change = known.get(folded);
  return change === undefined || folded === '' ? { unreadable: text.trim().slice(0, 80) } : { change };
}
