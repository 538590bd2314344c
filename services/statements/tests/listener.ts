import type { Viewer } from '@coalition-hub/subgraph';
import { waitUntil } from '@coalition-hub/testkit';
import type { ExecutionResult } from 'graphql';
import type { StatementsHub } from './statements-hub.js';

export interface Heard {
  readonly cursor: string;
  readonly kind: string;
  readonly statement: { readonly status: string; readonly title: string };
  readonly revision: { readonly number: number } | null;
  readonly signature: { readonly id: string } | null;
  readonly amendment: { readonly id: string } | null;
}

const subscription = `subscription ($slug: String!, $after: String) {
  statementUpdated(slug: $slug, after: $after) {
    cursor kind occurredAt statement { status title } revision { number } signature { id } amendment { id }
  }
}`;

export interface Listening {
  readonly after?: string | undefined;
  readonly viewer?: Viewer | null;
  /** How long to sit on each update, in ms. */
  readonly slowness?: () => number;
}

/** A client that subscribes and keeps what it hears. */
export class Listener {
  readonly heard: Heard[] = [];
  errors: ExecutionResult['errors'];
  ended = false;
  readonly #answers: AsyncIterator<ExecutionResult>;
  readonly #done: Promise<void>;

  private constructor(
    answers: AsyncIterable<ExecutionResult>,
    private readonly slowness: () => number,
  ) {
    this.#answers = answers[Symbol.asyncIterator]();
    this.#done = this.#listen();
  }

  /** @throws Error with the answer when the subscription is refused */
  static async start(hub: StatementsHub, slug: string, listening: Listening = {}): Promise<Listener> {
    const { after, viewer = null, slowness = () => 0 } = listening;
    const answers = await hub.test.subscribe(subscription, { variables: { slug, after }, viewer });
    if (!(Symbol.asyncIterator in answers)) throw new Error(JSON.stringify(answers));
    return new Listener(answers, slowness);
  }

  async until(count: number): Promise<this> {
    const what = `${count} updates`;
    await waitUntil(() => this.heard.length >= count || this.ended, { what, timeoutMs: 15_000 });
    return this;
  }

  async leave(): Promise<void> {
    await this.#answers.return?.();
    await this.#done;
  }

  async #listen(): Promise<void> {
    for (;;) {
      const { done, value } = await this.#answers.next();
      if (done) break;
      const { data, errors } = value as ExecutionResult<{ statementUpdated: Heard }>;
      this.errors = errors;
      if (errors) continue;
      if (data) this.heard.push(data.statementUpdated);
      const pause = this.slowness();
      if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    }
    this.ended = true;
  }
}
