import { type ServiceParts, type Tools, unavailable } from '@coalition-hub/subgraph';
import type DataLoader from 'dataloader';
import type { Tables } from '../entities/tables.js';
import type { FeedUpdate } from './feed-update.js';
import { Follower } from './follower.js';
import { statementNotOpen } from './statement-not-open.js';
import { Tail } from './tail.js';
import { type UpdateAccess, type UpdateReader, updateAccess } from './update-access.js';
import { UpdateSource } from './update-source.js';

export interface FeedOptions {
  /** How long an update applied by another process may wait, in ms; 1,000 unless told. */
  readonly pollMs?: number;
  /** Updates of a statement kept in memory while it is followed; 1,000 unless told. */
  readonly kept?: number;
}

export interface Following {
  readonly statementId: string;
  /** Sequence number after which to begin. */
  readonly after: number;
  /** Sequence number of the newest update, or of an older one. */
  readonly newest: number;
  /** `null`: signed out. */
  readonly personId: string | null;
  /** @throws Fault UNAVAILABLE when what is known of rights is too old to decide by */
  requireFreshRights(): Promise<void>;
  readonly signal?: AbortSignal | undefined;
}

/** Live updates of statements in this process. Nothing runs for a statement that nobody follows. */
export class UpdateFeed implements Tools {
  readonly #tails = new Map<string, Tail>();
  readonly #followers = new Set<Follower>();
  readonly #ending = new Set<Promise<void>>();
  readonly #source: UpdateSource;
  readonly #access: DataLoader<UpdateReader, UpdateAccess, string>;
  #stopped: boolean = false;

  constructor(
    private readonly parts: Pick<ServiceParts<Tables>, 'database' | 'sealer' | 'log'>,
    private readonly options: FeedOptions = {},
  ) {
    this.#source = new UpdateSource(parts.database.reads, parts.sealer);
    this.#access = updateAccess(parts.database.reads);
  }

  /** Statements that are read because somebody follows them. */
  get tails(): number {
    return this.#tails.size;
  }

  get followers(): number {
    return this.#followers.size;
  }

  /** There may be something new about a statement. */
  wake(statementId: string): void {
    this.#tails.get(statementId)?.wake();
  }

  /** Updates of a statement, each once and in order, until the follower leaves. */
  follow(following: Following): Follower {
    if (this.#stopped) throw unavailable();
    const { after, signal } = following;
    const tail = this.#tailOf(following);
    const leave = () => follower.end();
    const follower = new Follower(tail, this.#source, {
      after,
      mayRead: (update) => this.#mayRead(update, following),
      onEnd: () => {
        signal?.removeEventListener('abort', leave);
        this.#leave(follower, tail);
      },
    });
    this.#followers.add(follower);
    tail.add(follower);
    signal?.addEventListener('abort', leave, { once: true });
    if (signal?.aborted) leave();
    return follower;
  }

  /** Ends all subscriptions. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const follower of [...this.#followers]) follower.end();
    await Promise.all(this.#ending);
  }

  #tailOf({ statementId, newest }: Following): Tail {
    const known = this.#tails.get(statementId);
    if (known !== undefined) return known;
    const { pollMs = 1_000, kept = 1_000 } = this.options;
    const tail = new Tail(statementId, newest, this.#source, {
      pollMs,
      kept,
      report: (error) => this.parts.log.warn({ statementId, error: nameOf(error) }, 'the feed was not read'),
    });
    this.#tails.set(statementId, tail);
    return tail;
  }

  #leave(follower: Follower, tail: Tail): void {
    this.#followers.delete(follower);
    tail.remove(follower);
    if (tail.followed) return;
    this.#tails.delete(tail.statementId);
    const ended = tail.stop().finally(() => this.#ending.delete(ended));
    this.#ending.add(ended);
  }

  /** What is public stays public; the right to read the rest may have been taken away since the last update. */
  async #mayRead(update: FeedUpdate, following: Following): Promise<boolean> {
    if (update.isPublic) return true;
    const { personId } = following;
    if (personId !== null) await following.requireFreshRights();
    const access = await this.#access.load({ sequence: update.sequence, personId });
    if (access === 'STATEMENT_NOT_OPEN') throw statementNotOpen();
    return access === 'READABLE';
  }
}

/** SQL parameters travel in messages of a driver's errors: logs do not get them. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
