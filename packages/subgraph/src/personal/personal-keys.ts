/** A key-encryption key: wraps the data keys of sealed texts, and nothing else. */
export interface PersonalKey {
  /** Stands in every text that it wraps; letters, digits, `-` and `_`. */
  readonly id: string;
  /** 32 bytes. */
  readonly key: Buffer;
}

/** The ring of key-encryption keys, which no database has. Other processes may change it at any time. */
export interface PersonalKeys {
  /** The key that seals at this moment, as the ring now is: call it under the lock of `holdPersonalKeys`. */
  current(): Promise<PersonalKey>;
  /** Undefined for a key that was destroyed, or never was in this ring. */
  find(id: string): PersonalKey | undefined;
}

/** What is sealed by a key that was destroyed is gone for good, as it was meant to be. */
export class PersonalKeyGone extends Error {
  constructor() {
    super('a personal text was sealed by a key that is not in the ring');
  }
}
