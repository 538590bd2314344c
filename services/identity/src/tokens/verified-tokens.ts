import type { Clock, Viewer } from '@coalition-hub/subgraph';

const mostTokens = 10_000;
const longestToken = 2_000;

interface Verified {
  readonly viewer: Viewer;
  /** The name of the key that signed it; null for one from before keys had names. */
  readonly kid: string | null;
}

/**
 * Tokens whose signature was checked, as a token comes with each of a person's requests and its signature does not
 * change: checking takes 0.3 ms. Whatever can change is asked each time: the hour, the key, and the session.
 */
export class VerifiedTokens {
  readonly #tokens = new Map<string, Verified>();

  constructor(
    private readonly clock: Clock,
    /** Whether a key is still known. */
    private readonly knowsKey: (kid: string | null) => boolean,
  ) {}

  find(token: string): Viewer | undefined {
    const verified = this.#tokens.get(token);
    if (!verified) return undefined;
    const { viewer, kid } = verified;
    this.#tokens.delete(token);
    if (viewer.expiresAt * 1_000 <= this.clock.now().getTime() || !this.knowsKey(kid)) return undefined;
    this.#tokens.set(token, verified);
    return viewer;
  }

  add(token: string, verified: Verified): void {
    if (token.length > longestToken) return;
    this.#tokens.set(token, verified);
    if (this.#tokens.size <= mostTokens) return;
    const [leastUsed] = this.#tokens.keys();
    if (leastUsed !== undefined) this.#tokens.delete(leastUsed);
  }
}
