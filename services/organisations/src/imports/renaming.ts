import type { OtherName } from '../entities/organisation-record.js';
import { keyedName } from '../matching/keyed-name.js';

/** What somebody says of two names of a body: that it went by `from`, and then by `to`. */
export interface Renaming {
  readonly from: string;
  readonly to: string;
  /** First day of the later name, `YYYY-MM-DD`; null where nobody says. */
  readonly since: string | null;
}

/** The names of an organisation that a renaming speaks of. */
export interface Names {
  readonly name: string;
  readonly otherNames: readonly OtherName[];
}

/**
 * The names of an organisation after a renaming. The later name becomes the usual one where the earlier one was that,
 * or an alias of it; an older list than the registry adds former names and changes nothing else.
 * @returns the same object where there is nothing new; null where the registry says otherwise: that `to` is the former
 *   name, with no later day to tell that it was taken up again, or that another name followed upon `from`
 */
export function withRenaming(names: Names, renaming: Renaming): Names | null {
  const { from, to } = renaming;
  if (isSame(from, to)) return names;
  if (isSame(names.name, to)) return withFormer(names, renaming);
  const [later, earlier] = [otherNamed(names, to), otherNamed(names, from)];
  const fromIsUsual = isSame(names.name, from);
  if (later?.kind === 'FORMER') {
    if (fromIsUsual) return isTakenUpAgain(later, renaming) ? renamed(names, renaming) : null;
    return withFormer(names, renaming);
  }
  if (fromIsUsual) return renamed(names, renaming);
  if (later !== undefined) return withFormer(names, renaming);
  if (earlier?.kind === 'FORMER') return null;
  return earlier === undefined
    ? withAlias(withFormer(names, renaming), to)
    : renamed(withFormer(names, renaming), renaming);
}

/** With a name by which the organisation goes as well; the same object where it is known. */
export function withAlias<Known extends Names>(names: Known, name: string): Known {
  if (isSame(names.name, name) || otherNamed(names, name) !== undefined) return names;
  return { ...names, otherNames: [...names.otherNames, { name, language: null, kind: 'ALIAS' }] };
}

/** Whether two prints are of one name: see `KeyedName.identity`. */
function isSame(one: string, other: string): boolean {
  return one === other || keyedName(one).identity === keyedName(other).identity;
}

function otherNamed({ otherNames }: Names, name: string): OtherName | undefined {
  const found = otherNames.filter((other) => isSame(other.name, name));
  return found.find(({ kind }) => kind === 'FORMER') ?? found[0];
}

function renamed(names: Names, { to, since }: Renaming): Names {
  const before: OtherName = { name: names.name, language: null, kind: 'FORMER', ...untilOf(since) };
  const others = names.otherNames.filter((other) => other.name !== to && !isSame(other.name, before.name));
  return { name: to, otherNames: [...others, before] };
}

/** `from` as a former name: new, or instead of the alias that it was so far. */
function withFormer(names: Names, { from, since }: Renaming): Names {
  const known = otherNamed(names, from);
  if (known?.kind === 'FORMER' && (known.until !== undefined || since === null)) return names;
  const former: OtherName = {
    ...(known ?? { name: from, language: null }),
    kind: 'FORMER',
    ...untilOf(since),
  };
  return { ...names, otherNames: [...names.otherNames.filter((other) => other !== known), former] };
}

function untilOf(since: string | null): Pick<OtherName, 'until'> {
  return since === null ? {} : { until: since };
}

function isTakenUpAgain({ until }: OtherName, { since }: Renaming): boolean {
  return since !== null && until !== undefined && since > until;
}
