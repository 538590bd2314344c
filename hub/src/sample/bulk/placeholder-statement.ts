import { type StatementSeed } from '@coalition-hub/statements';
import { coinedWord } from './coined-word.js';
import { Draws } from './draws.js';
import { type StatementLanguage, statementLanguages } from './statement-languages.js';

const dayMs = 86_400_000;

/** The days before now on which placeholders were published. */
const days = 700;

const kinds = ['JOINT_STATEMENT', 'OPEN_LETTER', 'CALL_TO_ACTION', 'SUBMISSION'] as const;

/** The coalition whose statements are made, and when: ISO 8601 in UTC. */
export interface StatementSetting {
  readonly seed: string;
  readonly coalitionId: string;
  readonly now: string;
}

/** The placeholder with this number: a few paragraphs of words that statements have, and some that only it has. */
export function placeholderStatement(
  { seed, coalitionId, now }: StatementSetting,
  index: number,
): StatementSeed {
  const draws = new Draws(seed, 'statement', index);
  const language = draws.byShare(statementLanguages);
  const own = coinedWord(draws.below(2 ** 30), 'latin', false);
  return {
    id: draws.id,
    slug: `placeholder-statement-${seed}-${index + 1}`,
    kind: draws.favouringFirst(kinds),
    coalitionId,
    coAuthorIds: [],
    revisionId: new Draws(seed, 'revision', index).id,
    language: language.tag,
    title: `${language.title} ${draws.oneOf(language.objects)}: ${own}`,
    text: [language.notice, ...paragraphs(draws, language, own)].join('\n\n'),
    publishedAt: new Date(Date.parse(now) - draws.below(days * dayMs)).toISOString(),
  };
}

function paragraphs(draws: Draws, language: StatementLanguage, own: string): string[] {
  return Array.from({ length: 3 + draws.below(4) }, () =>
    Array.from({ length: 2 + draws.below(4) }, () => sentence(draws, language, own)).join(' '),
  );
}

function sentence(draws: Draws, { subjects, verbs, objects, links }: StatementLanguage, own: string): string {
  const clause = () =>
    `${draws.favouringFirst(subjects)} ${draws.favouringFirst(verbs)} ${draws.favouringFirst(objects)}`;
  const place = draws.below(8) === 0 ? ` (${own})` : '';
  const said = `${clause()}${place} ${draws.oneOf(links)} ${clause()}.`;
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
}
