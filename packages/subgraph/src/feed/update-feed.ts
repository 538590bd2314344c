import { unavailable } from '../errors/fault.js';
import type { Log } from '../log/log.js';
import type { Tools } from '../server/subgraph-definition.js';
import { Follower } from './follower.js';
import { Tail } from './tail.js';
import type { Sequenced, UpdateSource } from './update-source.js';

export interface FeedTiming {
  /** How long an update applied by another process may wait, in ms; 1,000 unless told. */
  readonly pollMs?: number;
  /** Updates of a subject kept in memory while it is followed; 1,000 unless told. */
  readonly kept?: number;
}

export interface FeedOptions<Update extends Sequenced> extends FeedTiming {
  readonly source: UpdateSource<Update>;
  readonly log: Pick<Log, 'warn'>;
  /**
   * Whether a reader may have an update, asked when it is about to be handed out: what was allowed at the subscription
   * may have been taken away since. An update that the reader may not have is passed over. Absent: all is public.
   * @throws Fault when the subject is not open to the reader any more
   */
  mayRead?(update: Update, reader: FeedReader): Promise<boolean>;
}

/** Whoever follows. */
export interface FeedReader {
  readonly subjectId: string;
  /** `null`: signed out. */
  readonly personId: string | null;
  /** @throws Fault UNAVAILABLE when what is known of rights is too old to decide by */
  requireFreshRights(): Promise<void>;
}

export interface Following extends FeedReader {
  /** Sequence number after which to begin. */
  readonly after: number;
  /** Sequence number of the newest update, or of an older one. */
  readonly newest: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Live updates in this process: of statements, of coalitions, one feed for each kind. Nothing runs for a subject that
 * nobody follows.
 */
export class UpdateFeed<Update extends Sequenced> implements Tools {
  readonly #tails = new Map<string, Tail<Update>>();
  readonly #followers = new Set<Follower<Update>>();
  readonly #ending = new Set<Promise<void>>();
  #stopped: boolean = false;

  constructor(private readonly options: FeedOptions<Update>) {}

  /** Subjects that are read because somebody follows them. */
  get tails(): number {
    return this.#tails.size;
  }

  get followers(): number {
    return this.#followers.size;
  }

  /** There may be something new about a subject. */
  wake(subjectId: string): void {
    this.#tails.get(subjectId)?.wake();
  }

  /** Updates of a subject, each once and in order, until the follower leaves. */
  follow(following: Following): Follower<Update> {
    if (this.#stopped) throw unavailable();
    const { after, signal } = following;
    const tail = this.#tailOf(following);
    const leave = () => follower.end();
    const follower = new Follower(tail, this.options.source, {
      after,
      mayRead: async (update) => this.options.mayRead?.(update, following) ?? true,
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

  #tailOf({ subjectId, newest }: Following): Tail<Update> {
    const known = this.#tails.get(subjectId);
    if (known !== undefined) return known;
    const { pollMs = 1_000, kept = 1_000, source, log } = this.options;
    const tail = new Tail(subjectId, newest, source, {
      pollMs,
      kept,
      report: (error) => log.warn({ subjectId, error: nameOf(error) }, 'a feed was not read'),
    });
    this.#tails.set(subjectId, tail);
    return tail;
  }

  #leave(follower: Follower<Update>, tail: Tail<Update>): void {
    this.#followers.delete(follower);
    tail.remove(follower);
    if (tail.followed) return;
    this.#tails.delete(tail.subjectId);
    const ended = tail.stop().finally(() => this.#ending.delete(ended));
    this.#ending.add(ended);
  }
}

/** SQL parameters travel in messages of a driver's errors: logs do not get them. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
