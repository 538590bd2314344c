import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';

const day = /^\d{4}-\d{2}-\d{2}$/;
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/;

/** @param node where the value stands in a document; null for one of a variable, of which graphql-js tells the place */
function refused(message: string, node: ValueNode | null): GraphQLError {
  return new GraphQLError(message, { nodes: node, extensions: { code: 'BAD_USER_INPUT' } });
}

function parseDay(value: unknown, node: ValueNode | null = null): string {
  if (typeof value === 'string' && day.test(value) && isRealDay(value)) return value;
  throw refused('Expected a day such as "2022-09-27".', node);
}

/** `Date` rolls 31 February over into March; a real day comes back as it went in. */
function isRealDay(value: string): boolean {
  const parsed = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value) && value >= '1800-01-01';
}

function parseInstant(value: unknown, node: ValueNode | null = null): string {
  if (typeof value === 'string' && instant.test(value) && isRealDay(value.slice(0, 10))) {
    const parsed = new Date(value);
    if (!Number.isNaN(parsed.getTime())) return parsed.toISOString();
  }
  throw refused('Expected a time with its offset, such as "2022-09-27T10:00:00Z".', node);
}

/** A day of the calendar, ISO 8601, as a string everywhere: it belongs to no timezone. */
export const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A day, ISO 8601, such as 2022-09-27.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/local-date',
  serialize: (value) => String(value).slice(0, 10),
  parseValue: (value) => parseDay(value),
  parseLiteral: (node) => parseDay(node.kind === Kind.STRING ? node.value : null, node),
});

/** An instant, ISO 8601 in UTC with milliseconds on the way out; PostgreSQL's text form is accepted from rows. */
export const DateTimeScalar = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  description: 'An instant, ISO 8601 with an offset, such as 2022-09-27T10:00:00.000Z.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time',
  serialize: (value) => new Date(value as string | Date).toISOString(),
  parseValue: (value) => parseInstant(value),
  parseLiteral: (node) => parseInstant(node.kind === Kind.STRING ? node.value : null, node),
});
