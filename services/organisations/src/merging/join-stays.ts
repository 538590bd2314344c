/** A time from one day to another, both counted; null for no end. */
export interface Stay {
  readonly id: string;
  /** Whose days must not overlap: a coalition, a working group, a role in a coalition. */
  readonly place: string;
  readonly since: string;
  readonly until: string | null;
}

export interface JoinedStays {
  /** Stays of the merged one that become the kept one's as they are. */
  readonly moved: readonly string[];
  /** Stays of the kept one that take in the days of others. */
  readonly prolonged: readonly Stay[];
  /** Stays whose days another one has taken in. */
  readonly dropped: readonly string[];
}

/** Puts the stays of two organisations together as those of one: stays that share a day become one. */
export function joinStays(kept: readonly Stay[], merged: readonly Stay[]): JoinedStays {
  const moved: string[] = [];
  const prolonged = new Map<string, Stay>();
  const dropped: string[] = [];
  let own = [...kept];
  for (const stay of merged) {
    const touched = own.filter((other) => sharesDay(stay, other));
    const [first, ...rest] = touched;
    if (first === undefined) {
      moved.push(stay.id);
      continue;
    }
    const joined = touched.reduce(covering, { ...stay, id: first.id });
    own = [...own.filter((other) => !touched.includes(other)), joined];
    dropped.push(stay.id, ...rest.map(({ id }) => id));
    for (const { id } of rest) prolonged.delete(id);
    prolonged.set(first.id, joined);
  }
  const changed = [...prolonged.values()].filter((stay) => !kept.some((before) => isSame(before, stay)));
  return { moved, prolonged: changed, dropped };
}

function sharesDay(one: Stay, other: Stay): boolean {
  return (
    one.place === other.place &&
    (one.until === null || one.until >= other.since) &&
    (other.until === null || other.until >= one.since)
  );
}

function covering(one: Stay, other: Stay): Stay {
  return {
    ...one,
    since: one.since < other.since ? one.since : other.since,
    until:
      one.until === null || other.until === null ? null : one.until > other.until ? one.until : other.until,
  };
}

function isSame(one: Stay, other: Stay): boolean {
  return one.id === other.id && one.since === other.since && one.until === other.until;
}
