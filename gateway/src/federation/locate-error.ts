import { GraphQLError, type GraphQLFormattedError } from 'graphql';

type ErrorPath = readonly (string | number)[];

/** The same error, told of another place of the answer. */
export function locatedAt(error: unknown, path: ErrorPath): GraphQLError {
  const { message = 'unknown', extensions } = error as Partial<GraphQLFormattedError>;
  return new GraphQLError(message, {
    path,
    extensions: extensions ?? {},
    originalError: error instanceof Error ? error : null,
  });
}

/** An error of whatever kind, as errors of an answer are; without a place. */
export function asGraphQLError(error: unknown): GraphQLError {
  return error instanceof GraphQLError ? error : locatedAt(error, []);
}
