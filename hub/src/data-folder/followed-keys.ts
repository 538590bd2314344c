import type { PersonalKey, PersonalKeys } from '@coalition-hub/subgraph';
import type { KeyRing, PersonalKeyFile } from './personal-keys.js';

/** How often the file is looked at where nobody asks for a key, in ms. */
const lookEveryMs = 10_000;

/** A request may still hold a text that it read just before its key was destroyed, in ms. */
const forgottenAfterMs = 30_000;

/** The ring as the file has it, also when another process changes it meanwhile. */
export class FollowedKeys implements PersonalKeys {
  #ring: KeyRing;
  readonly #goneSince = new Map<string, { readonly key: PersonalKey; readonly since: number }>();
  readonly #timer: NodeJS.Timeout;

  private constructor(
    private readonly file: PersonalKeyFile,
    ring: KeyRing,
  ) {
    this.#ring = ring;
    this.#timer = setInterval(() => void this.current().catch(() => undefined), lookEveryMs).unref();
  }

  /** Makes the first key where there is none. */
  static async follow(file: PersonalKeyFile): Promise<FollowedKeys> {
    return new FollowedKeys(file, await file.begin());
  }

  /** @throws HubError when the file is gone or damaged: nothing is sealed by a key that may be on its way out */
  async current(): Promise<PersonalKey> {
    return this.take(await this.file.read()).current;
  }

  find(id: string): PersonalKey | undefined {
    const known = this.known(id);
    if (known !== undefined) return known;
    this.take(this.file.readNow());
    return this.known(id);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  private known(id: string): PersonalKey | undefined {
    return this.#ring.keys.find((key) => key.id === id) ?? this.#goneSince.get(id)?.key;
  }

  private take(ring: KeyRing): KeyRing {
    const now = performance.now();
    for (const key of this.#ring.keys)
      if (!ring.keys.some(({ id }) => id === key.id)) this.#goneSince.set(key.id, { key, since: now });
    for (const [id, { since }] of this.#goneSince)
      if (now - since > forgottenAfterMs) this.#goneSince.delete(id);
    this.#ring = ring;
    return ring;
  }
}
