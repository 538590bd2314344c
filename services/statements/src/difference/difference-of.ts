import { diffArrays } from 'diff';
import type { DifferenceBlock, DifferenceSpan } from '../types/difference.js';
import { DifferenceKind } from '../types/difference-kind.js';
import { DifferencePart } from '../types/difference-part.js';
import type { Revision } from '../types/revision.js';
import { compareWords } from './compare-words.js';
import { Edits, mostEdits } from './edits.js';
import { type Pair, pairParagraphs, worded } from './pair-paragraphs.js';
import { type Paragraph, paragraphsOf } from './paragraphs.js';

type Compared = Pick<Revision, 'language' | 'title' | 'text' | 'addressees' | 'footnotes'>;

type Block = Omit<DifferenceBlock, 'part'>;

/** What leads from one revision to another: by paragraphs first, then by words within those that are alike. */
export function differenceOf(from: Compared, to: Compared): DifferenceBlock[] {
  const [before, after] = [paragraphsOf(from), paragraphsOf(to)];
  const edits = new Edits();
  const languages = { from: from.language, to: to.language };
  return Object.values(DifferencePart).flatMap((part) =>
    blocksOf(before[part], after[part], languages, edits).map((block) => ({ part, ...block })),
  );
}

interface Languages {
  readonly from: string;
  readonly to: string;
}

function blocksOf(
  from: readonly Paragraph[],
  to: readonly Paragraph[],
  languages: Languages,
  edits: Edits,
): Block[] {
  const runs = runsOf(from, to);
  if (runs === null) return [...from.map(removed), ...to.map(added)];
  return runs.flatMap((run) => {
    if (run.same) return run.to.map(unchanged);
    const pairs = pairParagraphs(run.from.map(worded(languages.from)), run.to.map(worded(languages.to)));
    return pairs.flatMap((pair) => blocksOfPair(pair, edits));
  });
}

/** Paragraphs that are the same on both sides, or stand between those. */
interface Run {
  readonly same: boolean;
  readonly from: readonly Paragraph[];
  readonly to: readonly Paragraph[];
}

/** Null where too many paragraphs changed to find out. */
function runsOf(from: readonly Paragraph[], to: readonly Paragraph[]): Run[] | null {
  const comparator = (one: Paragraph, other: Paragraph) => one.key === other.key;
  const changes = diffArrays([...from], [...to], { comparator, maxEditLength: mostEdits });
  if (changes === undefined) return null;
  const runs: Run[] = [];
  for (const { added, removed, value } of changes) {
    const last = runs.at(-1);
    if (!added && !removed) runs.push({ same: true, from: [], to: value });
    else if (last === undefined || last.same) {
      runs.push({ same: false, from: removed ? value : [], to: added ? value : [] });
    } else {
      const both = { from: removed ? value : [], to: added ? value : [] };
      runs[runs.length - 1] = {
        same: false,
        from: [...last.from, ...both.from],
        to: [...last.to, ...both.to],
      };
    }
  }
  return runs;
}

function blocksOfPair({ from, to }: Pair, edits: Edits): Block[] {
  const spans = from && to ? compareWords(from.words, to.words, edits) : null;
  if (spans) return [{ kind: DifferenceKind.CHANGED, spans }];
  return [...(from ? [removed(from.paragraph)] : []), ...(to ? [added(to.paragraph)] : [])];
}

const whole =
  (kind: DifferenceSpan['kind']) =>
  ({ text }: Paragraph) => ({ kind, spans: [{ kind, text }] });
const unchanged = whole(DifferenceKind.UNCHANGED);
const added = whole(DifferenceKind.ADDED);
const removed = whole(DifferenceKind.REMOVED);
