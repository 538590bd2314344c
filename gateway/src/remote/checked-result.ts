import { type DocumentNode, type ExecutionResult, GraphQLError } from 'graphql';
import { type Data, isData } from '../federation/data.js';
import { askedFields, onlyAsked } from './asked-fields.js';

/** Of one answer: whoever has more to complain about says nothing new. */
const mostErrors = 100;

/**
 * What a subgraph in other hands may say: the fields that it was asked for, and a bounded number of well-formed errors.
 * @throws where it is no GraphQL answer at all
 */
export function checkedResult(answered: unknown, document: DocumentNode): ExecutionResult {
  if (!isData(answered)) throw new Error('not a GraphQL answer');
  const { data, errors } = answered;
  if (data === undefined && !Array.isArray(errors)) throw new Error('not a GraphQL answer');
  const checked = isData(data) ? (onlyAsked(data, askedFields(document)) as Data) : null;
  if (!Array.isArray(errors)) return { data: checked };
  return { data: checked, errors: errors.slice(0, mostErrors).map(checkedError) };
}

function checkedError(error: unknown): GraphQLError {
  const { message, path, extensions } = isData(error) ? error : {};
  return new GraphQLError(typeof message === 'string' ? message : 'an error without a message', {
    path: isPath(path) ? path : null,
    extensions: isData(extensions) ? { code: extensions['code'] } : {},
  });
}

function isPath(path: unknown): path is (string | number)[] {
  return Array.isArray(path) && path.every((part) => typeof part === 'string' || Number.isSafeInteger(part));
}
