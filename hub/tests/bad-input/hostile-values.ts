import { randomUUID } from 'node:crypto';
import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
} from 'graphql';

/** What nobody should be able to enter anywhere, by the name of the field's type. */
const hostile: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  String: {
    'an empty string': '',
    blanks: ' \t\u00a0',
    'a megabyte': 'x'.repeat(1_000_000),
    'a NUL character': 'a\u0000b-ordinary',
    'a control character': 'a\u001bb-ordinary',
    'a bidirectional override': 'a\u202eb-ordinary',
    'a zero-width space': 'a\u200bb-ordinary',
    'a byte order mark in the middle': 'a\ufeffb-ordinary',
    'half a surrogate pair': 'a\ud800b-ordinary',
    'a number': 5,
  },
  ID: {
    'an id of nothing': randomUUID(),
    'no id at all': 'nonsense',
    'an empty id': '',
    'a NUL character': '\u0000',
    'an attempt at SQL': "' or 1=1; drop table statement; --",
    'a megabyte': 'x'.repeat(1_000_000),
    'half a surrogate pair': '\ud800',
  },
  Date: {
    'a day that is not in the calendar': '2022-02-30',
    'a thirteenth month': '2022-13-01',
    words: 'yesterday',
    'an empty string': '',
    'an instant': '2022-09-27T00:00:00Z',
    'the year nought': '0000-01-01',
    'a year of five digits': '10000-01-01',
    'a megabyte': 'x'.repeat(1_000_000),
    'a number': 20_220_927,
  },
  DateTime: {
    'the past': '2020-01-01T00:00:00Z',
    'a hundred years from now': `${new Date().getUTCFullYear() + 100}-01-01T00:00:00Z`,
    'a day that is not in the calendar': '2090-02-30T00:00:00Z',
    'a time without an offset': '2090-01-01T00:00:00',
    words: 'soon',
    'an empty string': '',
    'a megabyte': 'x'.repeat(1_000_000),
  },
  Int: {
    nought: 0,
    'less than nought': -1,
    'a billion': 1_000_000_000,
    'more than 31 bits': 2 ** 31,
    'a half': 0.5,
  },
  Boolean: { words: 'yes', 'a number': 1, 'an empty string': '' },
  enum: { 'no such value': 'NO_SUCH_VALUE', 'an empty string': '', 'a prototype': '__proto__' },
};

const badCountries = {
  'no such country': 'XX',
  'small letters': 'es',
  'three letters': 'ESP',
  'a letter of another script': 'Е\u0053',
  'a name of JavaScript': 'constructor',
};

/**
 * What is good there although it is bad elsewhere: running text in Khmer or Thai breaks its lines at zero-width spaces;
 * an administrator may grant a mandate for a draft that only others can see, so no statement's id may be told apart;
 * and an amendment that puts nothing in a passage's place leaves it out, while one that puts blanks there changes the
 * space between words or paragraphs.
 */
const allowed: ReadonlySet<string> = new Set([
  'CreateCoalitionInput.purpose: a zero-width space',
  'CreateStatementInput.text: a zero-width space',
  'ReviseStatementInput.text: a zero-width space',
  'AddTranslationInput.text: a zero-width space',
  'AddresseeInput.demands: a zero-width space',
  'FootnoteInput.text: a zero-width space',
  'CommentOnStatementInput.text: a zero-width space',
  'ProposeAmendmentInput.replacement: a zero-width space',
  'ProposeAmendmentInput.reason: a zero-width space',
  'DecideAmendmentInput.note: a zero-width space',
  'CreateWorkingGroupInput.purpose: a zero-width space',
  'InviteOrganisationInput.message: a zero-width space',
  'GrantMandateInput.statementId: an id of nothing',
  'AnswerMandateRequestInput.reason: a zero-width space',
  'ProposeAmendmentInput.replacement: an empty string',
  'ProposeAmendmentInput.replacement: blanks',
]);

export interface BadInput {
  /** Which field, and what is wrong with it. */
  readonly what: string;
  readonly input: unknown;
}

/** The input with one field changed, for every field that is there and everything that it must not be. */
export function spoiled(type: GraphQLInputObjectType, input: object): BadInput[] {
  return Object.entries(input).flatMap(([name, value]) => {
    const field = type.getFields()[name];
    if (!field) throw new Error(`${type.name} has no field ${name}`);
    return spoiledValues(name, field.type, value)
      .filter(({ what }) => !allowed.has(`${type.name}.${name}: ${what}`))
      .map(({ what, input: bad }) => ({ what: `${name}: ${what}`, input: { ...input, [name]: bad } }));
  });
}

function spoiledValues(name: string, type: GraphQLInputType, value: unknown): BadInput[] {
  const named = getNamedType(type);
  if (Array.isArray(value)) {
    const [first, ...others] = value as unknown[];
    return spoiledValues(name, named, first).map(({ what, input }) => ({ what, input: [input, ...others] }));
  }
  if (isInputObjectType(named)) return spoiled(named, value as object);
  const bad = hostile[isEnumType(named) ? 'enum' : named.name] ?? {};
  const values = { ...bad, ...(name === 'country' ? badCountries : {}) };
  return Object.entries(values).map(([what, input]) => ({ what, input }));
}
