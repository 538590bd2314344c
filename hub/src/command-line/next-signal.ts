const signals = ['SIGINT', 'SIGTERM'] as const;

/** In ms; nobody grows impatient sooner. */
const sameRequestMs = 1_000;

/**
 * Resolves at the first request to stop. A second one, from somebody who will not wait, ends the process at once.
 * Ctrl-C reaches every process of the terminal's group, and npm passes on to us what we have got already: that is
 * one request, not two.
 */
export function nextSignal(): Promise<void> {
  return new Promise((resolve) => {
    let askedAt: number | undefined;
    const onSignal = () => {
      const now = performance.now();
      if (askedAt !== undefined && now - askedAt > sameRequestMs) process.exit(130);
      askedAt ??= now;
      resolve();
    };
    for (const signal of signals) process.on(signal, onSignal);
  });
}
