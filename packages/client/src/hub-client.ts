import type {
  CompleteOptions,
  Followed,
  FollowOptions,
  HubClientOptions,
  MutationOptions,
  PagingOptions,
  RequestOptions,
  UpdateOptions,
} from './client-options.js';
import { completeOptions } from './complete-options.js';
import { type ReadDocument, readDocument } from './documents/read-document.js';
import type { AnyVariables, HubDocument, ResultIn } from './documents/typed-document.js';
import { HubError } from './errors/hub-error.js';
import { sendOperation } from './http/send-operation.js';
import { type MutationVariables, withIdempotencyKey } from './mutations/idempotency.js';
import {
  CoalitionCursor,
  CoalitionUpdated,
  EventCursor,
  EventUpdated,
  StatementCursor,
  StatementUpdated,
} from './operations/updates.js';
import type { Connection, PageVariables } from './paging/connection.js';
import { everyNode } from './paging/every-node.js';
import { repeated } from './retry/repeated.js';
import { HubSockets } from './subscriptions/hub-sockets.js';
import { type Resumable, ResumingStream } from './subscriptions/resuming-stream.js';

/** Updates as they happen, each once and in order; `return` (or leaving a `for await`) ends them. */
export type Updates<Update> = AsyncIterableIterator<Update, void, void>;

/** What happened to a statement. */
export type StatementUpdate = ResultIn<typeof StatementUpdated>['statementUpdated'];
/** What happened to a coalition. */
export type CoalitionUpdate = ResultIn<typeof CoalitionUpdated>['coalitionUpdated'];
/** What happened at, or to, an event. */
export type EventUpdate = ResultIn<typeof EventUpdated>['eventUpdated'];

/** The arguments after a document: variables may be left out where none is needed. */
type Arguments<Variables, Options> =
  Record<never, never> extends Variables
    ? [variables?: NoInfer<Variables>, options?: Options]
    : [variables: NoInfer<Variables>, options?: Options];

type CursorDocument = HubDocument<{ subject: { updateCursor: string } | null }, { slug: string }>;

/** A connection to one hub, as one viewer. Nothing is sent before something is asked for. */
export class HubClient {
  readonly #options: CompleteOptions;
  /** Made when it is first needed: who only asks needs no WebSocket. */
  #sockets: HubSockets | undefined;
  readonly #streams = new Set<Updates<unknown>>();

  /** @throws TypeError or RangeError for options that make no sense */
  constructor(options: HubClientOptions) {
    this.#options = completeOptions(options);
  }

  /**
   * Asks, and asks again where that may help.
   * @throws HubError; the signal’s reason; what the source of the token throws
   */
  async query<Result = unknown, Variables = AnyVariables>(
    document: HubDocument<Result, Variables>,
    ...[variables, options]: Arguments<Variables, RequestOptions>
  ): Promise<Result> {
    const read = this.#read(document, 'query');
    return (await this.#send(read, variables as AnyVariables, true, options?.signal)) as Result;
  }

  /**
   * Changes something. A mutation of one field that takes `$input` carries an idempotency key, made here unless given,
   * and is repeated with it where that may help; all others are sent once.
   * @throws HubError; the signal’s reason; what the source of the token throws
   */
  async mutate<Result = unknown, Variables = AnyVariables>(
    document: HubDocument<Result, Variables>,
    ...[variables, options]: Arguments<MutationVariables<Variables>, MutationOptions>
  ): Promise<Result> {
    const read = this.#read(document, 'mutation');
    const keyed = withIdempotencyKey(read, (variables ?? {}) as AnyVariables, options?.makeKey ?? true);
    return (await this.#send(read, keyed.variables, keyed.repeatable, options?.signal)) as Result;
  }

  /**
   * Everything in a list, page by page; one page is in memory at a time.
   * @param document with the variables `$first` and `$after`; `$after` of `variables` is where it begins
   * @param list finds the list in a result
   * @throws HubError NOT_FOUND where `list` finds none; RangeError for a page of another size than 1 to 200
   */
  each<Result, Variables extends PageVariables, Node>(
    document: HubDocument<Result, Variables>,
    variables: Omit<NoInfer<Variables>, 'first'>,
    list: (result: Result) => Connection<Node> | null | undefined,
    options: PagingOptions = {},
  ): AsyncGenerator<Node, void, void> {
    const { pageSize = 100, signal } = options;
    const read = this.#read(document, 'query');
    return everyNode(pageSize, (variables as PageVariables).after, async (first, after) =>
      list((await this.#send(read, { ...variables, first, after }, true, signal)) as Result),
    );
  }

  /**
   * Follows a subscription of one’s own through lost connections.
   * @param document with the variable `$after`; without it in `variables`, what happens before the first update is
   *   missed if the connection is lost meanwhile
   */
  subscribe<Result, Variables extends { readonly after?: string | null | undefined }>(
    document: HubDocument<Result, Variables>,
    variables: NoInfer<Variables>,
    { cursorOf, ...options }: FollowOptions<Result>,
  ): Updates<Result> {
    const query = this.#read(document, 'subscription').text;
    const begin = async () => variables.after;
    const read = (data: object) => data as Result;
    return this.#follow({ query, variables: variables as AnyVariables, begin, read, cursorOf }, options);
  }

  /** What happens to a statement, from now on or from a cursor on. Throws HubError NOT_FOUND where there is none. */
  statementUpdated(followed: Followed, options?: UpdateOptions): Updates<StatementUpdate> {
    return this.#updates(
      StatementUpdated,
      StatementCursor,
      (data) => data.statementUpdated,
      followed,
      options,
    );
  }

  /** What happens to a coalition, from now on or from a cursor on. Throws HubError NOT_FOUND where there is none. */
  coalitionUpdated(followed: Followed, options?: UpdateOptions): Updates<CoalitionUpdate> {
    return this.#updates(
      CoalitionUpdated,
      CoalitionCursor,
      (data) => data.coalitionUpdated,
      followed,
      options,
    );
  }

  /** What happens at an event, from now on or from a cursor on. Throws HubError NOT_FOUND where there is none. */
  eventUpdated(followed: Followed, options?: UpdateOptions): Updates<EventUpdate> {
    return this.#updates(EventUpdated, EventCursor, (data) => data.eventUpdated, followed, options);
  }

  /** Ends all subscriptions. The client can still be used. */
  close(): void {
    for (const stream of [...this.#streams]) void stream.return?.();
  }

  #updates<Result, Update extends { cursor: string }>(
    document: HubDocument<Result, { slug: string; after?: string | null }>,
    cursorDocument: CursorDocument,
    updateIn: (data: Result) => Update,
    { slug, after }: Followed,
    options?: UpdateOptions,
  ): Updates<Update> {
    const subscription: Resumable<Update> = {
      query: this.#read(document, 'subscription').text,
      variables: { slug },
      read: (data) => updateIn(data as Result),
      cursorOf: ({ cursor }) => cursor,
      begin: async (signal) => after ?? (await this.#cursor(cursorDocument, slug, signal)),
    };
    return this.#follow(subscription, options);
  }

  async #cursor(document: CursorDocument, slug: string, signal: AbortSignal): Promise<string> {
    const { subject } = await this.query(document, { slug }, { signal });
    if (subject) return subject.updateCursor;
    throw new HubError('NOT_FOUND', `There is no "${slug}" to follow, or it is not open to you`);
  }

  #follow<Update>(subscription: Resumable<Update>, told: UpdateOptions = {}): Updates<Update> {
    const { retry, capacity, socketUrl } = this.#options;
    this.#sockets ??= new HubSockets({ ...this.#options, url: socketUrl });
    const place = this.#sockets.place();
    const onEnd = () => void this.#streams.delete(stream);
    const stream: Updates<Update> = new ResumingStream(place.socket, subscription, {
      ...told,
      retry,
      capacity,
      onEnd: () => {
        place.leave();
        queueMicrotask(onEnd);
      },
    });
    this.#streams.add(stream);
    return stream;
  }

  #read(document: HubDocument<unknown, never>, type: ReadDocument['type']): ReadDocument {
    const read = readDocument(document);
    if (read.type === type) return read;
    throw new HubError('GRAPHQL_PARSE_FAILED', `A ${type} is expected, this document is a ${read.type}`);
  }

  #send(
    { text }: ReadDocument,
    variables: AnyVariables | undefined,
    repeatable: boolean,
    signal: AbortSignal | undefined,
  ): Promise<unknown> {
    const operation = { query: text, variables: variables ?? {} };
    const attempt = () => sendOperation(this.#options, operation, signal);
    return repeatable ? repeated(attempt, this.#options.retry, signal) : attempt();
  }
}
