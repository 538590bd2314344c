/** What the load generator is asked to do. Messages between two processes, so plain data. */
export interface LoadOrder {
  /** Of the GraphQL endpoint. */
  readonly url: string;
  readonly query: string;
  readonly slug: string;
  readonly connections: number;
  readonly seconds: number;
  /** Of somebody who is signed in. */
  readonly token?: string;
}

export interface LoadResult {
  readonly requests: number;
  /** From the first request to the last answer, in seconds. */
  readonly seconds: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Of the answer's body. */
  readonly answerBytes: number;
}

/** Why the load could not be made. */
export interface LoadFailure {
  readonly failure: string;
}
