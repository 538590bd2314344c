/** What the hub answered, as it came. */
export interface RawAnswer {
  readonly status: number;
  readonly text: string;
}

export interface AnswerError {
  readonly message: string;
  readonly extensions: { readonly code: string; readonly requestId: string };
}

/** What a mutation comes to: its success type, or a refusal with a code. */
export interface Outcome {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly field?: string;
}

const refusal = '... on Refusal { code message } ... on InvalidInput { field }';

/** Somebody who speaks GraphQL over HTTP with the hub: signed in with a token, or signed out. */
export class GraphClient {
  constructor(
    readonly url: string,
    readonly token: string | null,
  ) {}

  async ask(query: string, variables: object = {}): Promise<RawAnswer> {
    const response = await fetch(this.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...this.headers },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, text: await response.text() };
  }

  /** @throws Error with the answer's errors, if it has any */
  async query<Data>(query: string, variables: object = {}): Promise<Data> {
    const { text } = await this.ask(query, variables);
    const { data, errors } = JSON.parse(text) as { data: Data; errors?: AnswerError[] };
    if (errors) throw new Error(`${query}\n${JSON.stringify(errors)}`);
    return data;
  }

  /** The errors that the hub has with an operation. */
  async errors(query: string, variables: object = {}): Promise<readonly AnswerError[]> {
    const { text } = await this.ask(query, variables);
    return (JSON.parse(text) as { errors?: AnswerError[] }).errors ?? [];
  }

  /** @param wanted what to select of the success type, and of refusals beside code and message */
  async mutate<Success extends object>(
    mutation: string,
    input: object,
    wanted = '',
  ): Promise<Outcome & Partial<Success>> {
    const data = await this.query<Record<string, Outcome & Partial<Success>>>(
      mutationSource(mutation, wanted),
      { input },
    );
    return data[mutation] as Outcome & Partial<Success>;
  }

  /** @throws Error when it is refused */
  async succeed<Success extends object>(mutation: string, input: object, wanted = ''): Promise<Success> {
    const { __typename, code, message, ...success } = await this.mutate<Success>(mutation, input, wanted);
    if (__typename === `${capitalised(mutation)}Success`) return success as Success;
    throw new Error(`${mutation} was refused: ${code} ${message}`);
  }

  get headers(): Record<string, string> {
    return this.token === null ? {} : { authorization: `Bearer ${this.token}` };
  }
}

/** A mutation with its one input, as "hub" documents are written. */
export function mutationSource(mutation: string, wanted = ''): string {
  const input = `${capitalised(mutation)}Input!`;
  return `mutation ($input: ${input}) { ${mutation}(input: $input) { __typename ${refusal} ${wanted} } }`;
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
