/**
 * First half of the outbox's advisory locks. Locks of two halves never meet those of one `bigint`, which services use
 * for their own.
 */
export const OUTBOX_LOCKS = 1_869_968_482;

/** Held by the one process whose relay works; for as long as its session lives. */
export const RELAY_LOCK = 1;

/** Held while events are given their positions; until the end of that transaction. */
export const POSITIONS_LOCK = 2;

/** First half of the advisory locks of the kit's other background work. */
export const KIT_LOCKS = 1_869_968_483;

/** Held while idempotency keys are removed; until the end of that transaction. */
export const EXPIRED_KEYS_LOCK = 1;

/** Held while nonces are removed; until the end of that transaction. */
export const EXPIRED_NONCES_LOCK = 2;

/** Held by whoever seals a personal text, shared; and by whoever is about to destroy a key. */
export const PERSONAL_KEYS_LOCK = 3;

/** Held while a service removes what it keeps for a while only; until the end of that transaction. */
export const RETENTION_LOCK = 4;
