import type { Command, CommandInput } from '../commands/command.js';
import { unauthenticated } from '../errors/fault.js';
import { Refusal } from '../errors/refusal.js';
import { readRights } from '../rights/read-rights.js';
import { Rights } from '../rights/rights.js';
import type { Viewer } from '../viewer/viewer.js';
import type { Service } from './service.js';
import type { Reads, Tools } from './subgraph-definition.js';

export interface Caller {
  readonly viewer: Viewer | null;
  readonly requestId: string;
  readonly signal?: AbortSignal | undefined;
}

/** What resolvers see: one per request, the same whichever way the request came. */
export class RequestContext<Tables, Loaders, OwnTools extends Tools> {
  readonly viewer: Viewer | null;
  readonly requestId: string;
  readonly signal: AbortSignal | undefined;
  #loaders: Loaders;
  #rights: Promise<Rights> | undefined;

  constructor(
    private readonly service: Service<Tables, Loaders, OwnTools>,
    caller: Caller,
  ) {
    this.viewer = caller.viewer;
    this.requestId = caller.requestId;
    this.signal = caller.signal;
    this.#loaders = service.definition.createLoaders(this);
  }

  get loaders(): Loaders {
    return this.#loaders;
  }

  get reads(): Reads<Tables> {
    return this.service.database.reads;
  }

  get sealer() {
    return this.service.sealer;
  }

  get tools(): OwnTools {
    return this.service.tools;
  }

  /**
   * What the viewer may do, read once per request.
   * @throws Fault UNAVAILABLE when this service cannot show that its knowledge of rights is less than 5 s old
   */
  rights(): Promise<Rights> {
    this.#rights ??= this.freshRights();
    return this.#rights;
  }

  /** What the viewer may do now: for long-lived subscriptions, which ask before every event. */
  async freshRights(): Promise<Rights> {
    if (this.viewer === null) return Rights.none;
    await this.service.requireFreshRights();
    return readRights(this.service.database.reads, this.viewer.personId);
  }

  /** @throws Fault UNAVAILABLE when what this service knows of rights is too old to decide by */
  requireFreshRights(): Promise<void> {
    return this.service.requireFreshRights();
  }

  /** What was read before the command is forgotten: what is selected of its answer shows what it changed. */
  async run<Input extends CommandInput, Subject, Success extends object>(
    command: Command<Tables, Input, Subject, Success>,
    input: Input,
  ): Promise<Success | Refusal> {
    if (this.viewer === null) throw unauthenticated();
    const nothingCameOfIt = this.service.keepPace(command, input, this.viewer.personId);
    const caller = { personId: this.viewer.personId, requestId: this.requestId };
    const answer = await this.service.run(command, input, caller).catch((error: unknown) => {
      nothingCameOfIt();
      throw error;
    });
    if (answer instanceof Refusal) nothingCameOfIt();
    this.#rights = undefined;
    this.#loaders = this.service.definition.createLoaders(this);
    return answer;
  }
}
