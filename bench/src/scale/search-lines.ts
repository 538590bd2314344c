import { inTurn, type Line, sizeOf } from './line.js';
import type { World } from './world.js';

const organisations = `query ($first: Int!, $search: String!) {
  organisations(first: $first, filter: { search: $search }) { edges { node { slug name country } } } }`;

const statements = `query ($first: Int!, $filter: StatementFilter!, $total: Boolean!) {
  statements(first: $first, filter: $filter) { totalCount @include(if: $total) edges { node { slug title } } } }`;

function organisationSearch(name: string, termOf: (world: World, turn: number) => string): Line {
  return {
    name: `search of organisations: ${name}`,
    decides: 'p95Ms',
    question: (world, turn) => ({
      query: organisations,
      variables: { first: sizeOf(turn), search: termOf(world, turn) },
    }),
  };
}

function statementSearch(
  name: string,
  termOf: (world: World, turn: number) => string,
  extra: { readonly language?: string; readonly total?: boolean } = {},
): Line {
  const { total = false, ...filter } = extra;
  return {
    name: `search of statements: ${name}`,
    decides: 'p95Ms',
    question: (world, turn) => ({
      query: statements,
      variables: { first: sizeOf(turn), total, filter: { ...filter, search: termOf(world, turn) } },
    }),
  };
}

const frequentWords = 'rights association human placeholder international network derechos droits pour'.split(
  ' ',
);
const frequentPairs = [
  'human rights',
  'rights association',
  'human network',
  'derechos humanos',
  'women rights',
];
const saidOften = 'rights organisations statement human States authorities freedom impunity'.split(' ');
const saidTogether = [
  '"human rights"',
  '"freedom of expression"',
  '"rule of law"',
  '"human rights defenders"',
];
const saidInOne = ['human rights torture', 'freedom expression impunity', 'justice reparation States'];

/** Without the marker at the end, as somebody would type it. */
const typed = ({ names }: World, turn: number) => inTurn(names, turn).name.replace(/ \(placeholder\)$/, '');

/** The longest word in Latin letters of a name that has one of seven or more. */
function latinWord({ names }: World, turn: number): string {
  const words = names.flatMap(({ name }) => name.match(/\p{Script=Latin}{7,}/gu)?.slice(0, 3) ?? []);
  return inTurn(
    words.filter((word) => word !== 'placeholder'),
    turn,
  );
}

const mistyped = (word: string) => `${word.slice(0, 3)}${word[4]}${word[3]}${word.slice(5)}`;

function inOtherScript({ names }: World, turn: number): string {
  const others = names
    .map(({ name }) => name.replace(/ \(.*$/, ''))
    .filter((name) => /[\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Han}]/u.test(name));
  return others.length > 0 ? inTurn(others, turn) : inTurn(['центр', 'مركز', '协会'], turn);
}

const acronym = ({ names }: World, turn: number) =>
  inTurn(
    names.flatMap((one) => one.acronym ?? []),
    turn,
  );

/** Its own word stands at the end of a placeholder's title. */
const ownWord = ({ titles }: World, turn: number) => inTurn(titles, turn).match(/\p{L}+$/u)?.[0] ?? 'melilla';

const unknown = (turn: number) => `xqzv${turn.toString(26).replace(/\d/g, 'w')}qj`;

export const searchLines: readonly Line[] = [
  organisationSearch('a whole name', typed),
  organisationSearch('the beginning of a word', (world, turn) => latinWord(world, turn).slice(0, 5)),
  organisationSearch('one typing error', (world, turn) => mistyped(latinWord(world, turn))),
  organisationSearch('an acronym', acronym),
  organisationSearch('in another script', inOtherScript),
  organisationSearch('one very frequent word', (_, turn) => inTurn(frequentWords, turn)),
  organisationSearch('two frequent words', (_, turn) => inTurn(frequentPairs, turn)),
  organisationSearch('a frequent word and a rare one', (world, turn) => `${latinWord(world, turn)} rights`),
  organisationSearch('nothing like it', (_, turn) => unknown(turn)),
  statementSearch('one very frequent word', (_, turn) => inTurn(saidOften, turn)),
  statementSearch('one very frequent word, with the total', (_, turn) => inTurn(saidOften, turn), {
    total: true,
  }),
  statementSearch('a frequent phrase', (_, turn) => inTurn(saidTogether, turn)),
  statementSearch('several words', (_, turn) => inTurn(saidInOne, turn)),
  statementSearch('in one language', (_, turn) => inTurn(saidTogether, turn), { language: 'en' }),
  statementSearch('a rare word', ownWord),
  statementSearch('nothing like it', (_, turn) => unknown(turn)),
];
