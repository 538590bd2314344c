import { GraphQLError } from 'graphql';

/** Codes of GraphQL errors that clients may rely on. Refusals that a user can meet are data, not errors. */
export const faultCodes = [
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_TOO_EXPENSIVE',
  'TOO_OFTEN',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'UNAVAILABLE',
  'INTERNAL',
] as const;

export type FaultCode = (typeof faultCodes)[number];

/** An error whose message was written for clients; everything else is masked on its way out. */
export class Fault extends GraphQLError {
  constructor(code: FaultCode, message: string) {
    super(message, { extensions: { code } });
    this.name = 'Fault';
  }
}

export const badInput = (message: string) => new Fault('BAD_USER_INPUT', message);

export const unauthenticated = () => new Fault('UNAUTHENTICATED', 'Please sign in first.');

export const forbidden = () => new Fault('FORBIDDEN', 'You may not do this.');

export const unavailable = () =>
  new Fault('UNAVAILABLE', 'This part of the hub cannot answer right now. Please try again in a moment.');

/** @param seconds until it may be tried again */
export const tooOften = (seconds: number) =>
  new Fault('TOO_OFTEN', `This was done very often. Please try again in ${seconds} s.`);
